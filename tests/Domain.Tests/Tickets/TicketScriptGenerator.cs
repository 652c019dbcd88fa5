using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

/// <summary>Random tickets, received about a change of the clocks or a holiday, with up to a dozen things that happen to them.</summary>
public static class TicketScriptGenerator
{
    private static readonly Instant[] Starts =
        [Moments.Rome("2026-10-22 00:00"), Moments.Rome("2026-12-03 00:00"), Moments.Rome("2027-03-25 00:00"), Moments.Rome("2026-11-16 00:00")];

    private static readonly TicketAct[] Acts = Enum.GetValues<TicketAct>();

    public static Arbitrary<TicketScript> Scripts() => Arb.From(
        from plan in Gen.Elements("bronze", "silver", "gold", "standard")
        from urgency in Gen.Elements(Urgency.Normal, Urgency.Urgent)
        from start in Gen.Elements(Starts)
        from minute in Gen.Choose(0, 4 * 24 * 60)
        from count in Gen.Choose(0, 12)
        from steps in Step.ArrayOf(count)
        select new TicketScript(plan, urgency, start + Duration.FromMinutes(minute), steps),
        script => Enumerable.Range(0, script.Steps.Count)
            .Select(left => script with { Steps = [.. script.Steps.Where((_, i) => i != left)] }));

    private static Gen<TicketStep> Step =>
        from act in Gen.Elements(Acts)
        from minutes in Gen.Frequency(
            (1, Gen.Constant(0)), (4, Gen.Choose(0, 120)), (4, Gen.Choose(0, 12 * 60)), (2, Gen.Choose(0, 3 * 24 * 60)))
        from aimed in Gen.Frequency((3, Gen.Constant((int?)null)), (1, Gen.Choose(-1, 1).Select(microseconds => (int?)microseconds)))
        select new TicketStep(act, minutes, aimed);
}
