using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Gets a site of a customer within reach.</summary>
public sealed record GetSiteQuery(CustomerId Customer, SiteId Id) : IRequest<Site>;

internal sealed class GetSiteHandler(ISiteStore sites, ICaller caller) : IRequestHandler<GetSiteQuery, Site>
{
    public async Task<Site> Handle(GetSiteQuery request, CancellationToken cancellationToken) =>
        await sites.FindAsync(request.Customer, request.Id, caller.Reach, cancellationToken) ?? throw CustomerErrors.SiteNotFound();
}
