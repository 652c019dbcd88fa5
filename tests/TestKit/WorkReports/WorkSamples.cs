using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.TestKit.WorkReports;

/// <summary>Work that is priced: a test sets only what matters to it.</summary>
public static class WorkSamples
{
    /// <summary>An on-site hour at 60.00, a remote one at 48.00, a call-out at 30.00, in steps of 15 minutes and half an hour at least; 20 % out of hours.</summary>
    public static PlanPrices PlanPrices(string plan = "silver") =>
        PriceSamples.Prices(plan, "60.00", "48.00", "30.00", increment: 15, minimum: 30, surcharge: 20);

    /// <summary>An on-site hour at 80.00, a remote one at 60.00, a call-out at 40.00, in steps of 30 minutes and an hour at least; 50 % out of hours.</summary>
    public static PlanPrices StandardPrices { get; } =
        PriceSamples.Prices("standard", "80.00", "60.00", "40.00", increment: 30, minimum: 60, yearly: "0.00", surcharge: 50);

    /// <param name="plan">Whose hours count.</param>
    /// <param name="entries">On Monday 16 November 2026, <c>10:00-10:30 10:00-11:00m</c>: of Giulia, where it ends in m of Marco.</param>
    /// <param name="entitlement">Whether the plan pays.</param>
    /// <param name="mode">On site, unless it is told otherwise.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="guarantees">That were triggered.</param>
    /// <param name="parts">That were put down.</param>
    /// <param name="terms">Of the plan.</param>
    /// <param name="prices">The plan's; Standard's where the plan does not cover the work.</param>
    public static PricedWork Work(
        string plan = "silver", string entries = "", EntitlementKind entitlement = EntitlementKind.Billable, InterventionMode mode = InterventionMode.OnSite,
        InterventionOutcome outcome = InterventionOutcome.Solved, IReadOnlyList<Guarantee>? guarantees = null, IReadOnlyList<FittedPart>? parts = null,
        WorkTerms? terms = null, PlanPrices? prices = null) => new(
            Intervention(Entries(entries), mode, outcome, guarantees ?? [], parts ?? []), entitlement, terms ?? WorkTerms.Usual,
            prices ?? (plan == "standard" || entitlement == EntitlementKind.Excluded ? StandardPrices : PlanPrices(plan)), Hours(plan), Hours("standard"), NameOf);

    public static InterventionState Intervention(
        IReadOnlyList<TimeEntry> entries, InterventionMode mode, InterventionOutcome outcome, IReadOnlyList<Guarantee> guarantees, IReadOnlyList<FittedPart> parts)
    {
        var at = TicketSamples.ReceivedAt;
        return new(
            TicketSamples.InterventionId, TicketSamples.Opening().Id, TicketSamples.CustomerId, null, mode, EntitlementKind.Billable, null, null, at,
            InterventionStatus.Completed, [], null, null, at, [], [], new(new("silver"), 1), null, new(at, outcome, "A new cable.", null, entries, guarantees), parts,
            parts.Count, null, null, Version: 3);
    }

    /// <summary>So many percent off call-out, labour and parts.</summary>
    public static Guarantee Guarantee(GuaranteeKind kind, int callOut = 100, int labour = 100, int parts = 0) =>
        new(kind, new(callOut, labour, parts), null, null, new("Perché.", "Why."));

    public static Domain.Sla.WorkingClock Hours(string plan) => new(FoundingClocks.Version(plan).Terms.Coverage);

    public static string NameOf(TimeEntry entry) => entry.Technician == InterventionSamples.Giulia ? "Giulia" : "Marco";

    /// <summary>The lines: <c>Labour 60 Minute 55.00</c>, <c>Discount -28.00 40% LateNormal of 2</c>.</summary>
    public static string[] Told(IEnumerable<ReportLine> lines) =>
    [
        .. from line in lines
           select line.Discount is { } discount
               ? $"Discount {line.Amount} {discount.Percent}% {discount.Reason} of {discount.OfLine}"
               : $"{line.Kind} {line.Quantity} {line.Unit} {line.Amount}",
    ];

    private static TimeEntry[] Entries(string text) =>
    [
        .. from entry in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let ends = entry.TrimEnd('m').Split('-')
           select new TimeEntry(entry.EndsWith('m') ? InterventionSamples.Marco : InterventionSamples.Giulia, At(ends[0]), At(ends[1])),
    ];

    private static Instant At(string time) =>
        time.Length > "10:00".Length ? At(time[..5]) + Duration.FromSeconds(int.Parse(time[6..])) : Moments.Rome($"2026-11-16 {time}");
}
