using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Customers.History;

/// <summary>Turns what is asked for into what the caller may see: drafts are for staff alone.</summary>
internal sealed class HistoryDesk(ICustomerReader customers, ICaller caller)
{
    public CustomerReach Reach => caller.Reach;

    /// <exception cref="BusinessException">There is no such customer within reach.</exception>
    public async Task<HistoryFilter> FilterAsync(AskedHistory asked, CancellationToken ct)
    {
        if (!await customers.ExistsAsync(asked.Customer, caller.Reach, ct))
            throw CustomerErrors.NotFound();

        return new(asked.Customer, asked.Site, StartOf(asked.From), StartOf(asked.To?.PlusDays(1)), caller.Actor.Kind == ActorKind.Staff);
    }

    private static Instant? StartOf(LocalDate? day) => day is { } given ? Company.Zone.AtStartOfDay(given).ToInstant() : null;
}
