using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Adds a contact to a customer.</summary>
public sealed record AddContactCommand(CustomerId Customer, GivenContact Contact) : ICommand<Contact>;

internal sealed class AddContactValidator : AbstractValidator<AddContactCommand>
{
    public AddContactValidator() => RuleFor(c => c.Contact).SetValidator(new GivenContactValidator()).OverridePropertyName("");
}

internal sealed class AddContactHandler(IContactStore contacts, ICustomerReader customers, ChangeLog log) : IRequestHandler<AddContactCommand, Contact>
{
    public async Task<Contact> Handle(AddContactCommand request, CancellationToken cancellationToken)
    {
        if (!await customers.ExistsAsync(request.Customer, log.Reach, cancellationToken))
            throw CustomerErrors.NotFound();
        if (request.Contact.Site is { } site && !await customers.SiteExistsAsync(request.Customer, site, cancellationToken))
            throw CustomerErrors.ContactAtUnknownSite(site);

        var now = log.Now;
        var contact = Contact.Add(request.Customer, request.Contact.ToDetails(), now);

        await contacts.AddAsync(contact, cancellationToken);
        await log.TellAsync("contact.created", contact.Customer, [new("contactId", null, contact.Id.ToString())], now, cancellationToken);
        return contact;
    }
}
