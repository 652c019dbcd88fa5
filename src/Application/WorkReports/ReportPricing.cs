using MisterAssist.Application.Prices;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.WorkReports;

/// <summary>Finds by what an intervention is priced: the plan version and the prices of the moment when somebody arrived.</summary>
internal sealed class ReportPricing(IPriceListReader prices, IPlanReader plans, PublishedVersions published, TicketClocks clocks)
{
    /// <exception cref="BusinessException">No price list held then.</exception>
    public async Task<PricedWork> PriceAsync(InterventionState intervention, TicketState ticket, Func<TimeEntry, string> nameOf, CancellationToken ct)
    {
        var arrivedAt = intervention.ArrivedAt!.Value;
        var version = await clocks.VersionOfAsync(intervention.Plan!, ct);
        var standard = await StandardAsync(arrivedAt, ct);
        var (plansClock, standardClock) = (await clocks.OfAsync(version, ct), await clocks.OfAsync(standard, ct));
        // The kind of work may have been named, or put right, since the customer was told: what is better counts.
        var entitlement = Min(intervention.Entitlement, version.Terms.EntitlementTo(ticket.Report.Service).Kind);
        var pricedAs = entitlement == EntitlementKind.Excluded ? PlanCode.Standard : version.Plan;
        var day = arrivedAt.InZone(Company.Zone).Date;
        var list = await prices.FindInForceAsync(day, ct);
        var priced = list?.Prices.FirstOrDefault(entry => entry.Plan == pricedAs) ?? throw WorkReportErrors.NotPriced(pricedAs, day);
        return new(
            intervention, entitlement, version.Terms.Work, priced, plansClock(arrivedAt), standardClock(arrivedAt), nameOf);
    }

    /// <summary>The name of a plan, as customers know it.</summary>
    public async Task<LocalizedText> NameOfAsync(AppliedPlan plan, CancellationToken ct) =>
        (await plans.FindVersionAsync(plan.Code, plan.Version, ct))!.Name;

    private static EntitlementKind Min(EntitlementKind told, EntitlementKind now) => told < now ? told : now;

    private async Task<PlanVersion> StandardAsync(Instant at, CancellationToken ct)
    {
        var held = await plans.FindNumberAsync(PlanCode.Standard, at, ct) ?? throw PlanErrors.UnknownPlan(PlanCode.Standard, at);
        return await published.GetAsync(plans, PlanCode.Standard, held.Number, ct);
    }
}
