using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Lists the contacts of a customer within reach, in the order in which they were added.</summary>
public sealed record ListContactsQuery(CustomerId Customer, int Limit, ContactId? After) : IRequest<Page<Contact>>;

internal sealed class ListContactsHandler(IContactStore contacts, ICustomerReader customers, ICaller caller)
    : IRequestHandler<ListContactsQuery, Page<Contact>>
{
    public async Task<Page<Contact>> Handle(ListContactsQuery request, CancellationToken cancellationToken) =>
        await customers.ExistsAsync(request.Customer, caller.Reach, cancellationToken)
            ? await contacts.ListAsync(request.Customer, request.Limit, request.After, cancellationToken)
            : throw CustomerErrors.NotFound();
}
