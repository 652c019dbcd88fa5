using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Lists the sites of a customer within reach, in the order in which they were added.</summary>
public sealed record ListSitesQuery(CustomerId Customer, int Limit, SiteId? After) : IRequest<Page<Site>>;

internal sealed class ListSitesHandler(ISiteStore sites, ICustomerReader customers, ICaller caller)
    : IRequestHandler<ListSitesQuery, Page<Site>>
{
    public async Task<Page<Site>> Handle(ListSitesQuery request, CancellationToken cancellationToken) =>
        await customers.ExistsAsync(request.Customer, caller.Reach, cancellationToken)
            ? await sites.ListAsync(request.Customer, request.Limit, request.After, cancellationToken)
            : throw CustomerErrors.NotFound();
}
