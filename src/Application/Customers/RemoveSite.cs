using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Removes a site: nobody finds it any more, and what named it still does.</summary>
public sealed record RemoveSiteCommand(CustomerId Customer, SiteId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class RemoveSiteHandler(ISiteStore sites, ChangeLog log) : IRequestHandler<RemoveSiteCommand, Unit>
{
    public async Task<Unit> Handle(RemoveSiteCommand request, CancellationToken cancellationToken)
    {
        var site = await sites.FindAsync(request.Customer, request.Id, log.Reach, cancellationToken) ?? throw CustomerErrors.SiteNotFound();
        request.Known.Require(site.Version);
        if (await sites.HasContactsAsync(site.Id, cancellationToken))
            throw CustomerErrors.SiteHasContacts();

        var now = log.Now;
        site.Remove(now);

        await sites.SaveAsync(site, cancellationToken);
        await log.TellAsync("site.removed", site.Customer, [new("siteId", site.Id.ToString(), null)], now, cancellationToken);
        return Unit.Value;
    }
}
