using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Changes what is known of a contact.</summary>
public sealed record UpdateContactCommand(CustomerId Customer, ContactId Id, GivenContact Contact, KnownVersion Known) : ICommand<Contact>;

internal sealed class UpdateContactValidator : AbstractValidator<UpdateContactCommand>
{
    public UpdateContactValidator() => RuleFor(c => c.Contact).SetValidator(new GivenContactValidator()).OverridePropertyName("");
}

internal sealed class UpdateContactHandler(IContactStore contacts, ICustomerReader customers, ChangeLog log) : IRequestHandler<UpdateContactCommand, Contact>
{
    public async Task<Contact> Handle(UpdateContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(request.Customer, request.Id, log.Reach, cancellationToken) ?? throw CustomerErrors.ContactNotFound();
        request.Known.Require(contact.Version);

        var given = request.Contact.ToDetails();
        if (given.Site is { } site && !await customers.SiteExistsAsync(request.Customer, site, cancellationToken))
            throw CustomerErrors.ContactAtUnknownSite(site);

        var changes = contact.Change(given);
        if (changes.Count == 0)
            return contact;

        await contacts.SaveAsync(contact, cancellationToken);
        await log.TellAsync(
            "contact.updated", contact.Customer, [new("contactId", contact.Id.ToString(), contact.Id.ToString()), .. changes], log.Now, cancellationToken);
        return contact;
    }
}
