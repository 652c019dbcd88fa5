using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Removes a contact: nobody finds them any more, and what named them still does.</summary>
public sealed record RemoveContactCommand(CustomerId Customer, ContactId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class RemoveContactHandler(IContactStore contacts, ChangeLog log) : IRequestHandler<RemoveContactCommand, Unit>
{
    public async Task<Unit> Handle(RemoveContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(request.Customer, request.Id, log.Reach, cancellationToken) ?? throw CustomerErrors.ContactNotFound();
        request.Known.Require(contact.Version);

        var now = log.Now;
        contact.Remove(now);

        await contacts.SaveAsync(contact, cancellationToken);
        await log.TellAsync("contact.removed", contact.Customer, [new("contactId", contact.Id.ToString(), null)], now, cancellationToken);
        return Unit.Value;
    }
}
