using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Lists the customers within reach, in the order in which they were taken on.</summary>
public sealed record ListCustomersQuery(CustomerFilter Filter, int Limit, CustomerId? After) : IRequest<Page<Customer>>;

internal sealed class ListCustomersHandler(ICustomerStore customers, ICaller caller) : IRequestHandler<ListCustomersQuery, Page<Customer>>
{
    public Task<Page<Customer>> Handle(ListCustomersQuery request, CancellationToken cancellationToken) =>
        customers.ListAsync(request.Filter, caller.Reach, request.Limit, request.After, cancellationToken);
}
