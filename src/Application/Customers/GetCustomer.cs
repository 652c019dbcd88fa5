using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Gets a customer within reach.</summary>
public sealed record GetCustomerQuery(CustomerId Id) : IRequest<Customer>;

internal sealed class GetCustomerHandler(ICustomerStore customers, ICaller caller) : IRequestHandler<GetCustomerQuery, Customer>
{
    public async Task<Customer> Handle(GetCustomerQuery request, CancellationToken cancellationToken) =>
        await customers.FindAsync(request.Id, caller.Reach, cancellationToken) ?? throw CustomerErrors.NotFound();
}
