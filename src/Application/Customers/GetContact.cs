using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Gets a contact of a customer within reach.</summary>
public sealed record GetContactQuery(CustomerId Customer, ContactId Id) : IRequest<Contact>;

internal sealed class GetContactHandler(IContactStore contacts, ICaller caller) : IRequestHandler<GetContactQuery, Contact>
{
    public async Task<Contact> Handle(GetContactQuery request, CancellationToken cancellationToken) =>
        await contacts.FindAsync(request.Customer, request.Id, caller.Reach, cancellationToken) ?? throw CustomerErrors.ContactNotFound();
}
