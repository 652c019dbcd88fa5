using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.TestKit.Tickets;

/// <summary>The founding plans, and the clocks of promises given under them.</summary>
public static class FoundingClocks
{
    private static readonly Dictionary<PlanCode, Plan> Plans =
        FoundingPlans.PublishedAt(PlanSamples.FirstEffectiveAt).ToDictionary(plan => plan.Code);

    private static readonly Dictionary<PlanCode, WorkingClock> Clocks =
        Plans.ToDictionary(plan => plan.Key, plan => new WorkingClock(plan.Value.Versions[0].Terms.Coverage));

    /// <summary>Where no closure was ever announced.</summary>
    public static WorkingClock WithoutClosures(PromiseBasis basis) => Clocks[basis.Plan];

    /// <summary>With those closures that stood announced at the instant that the basis knows.</summary>
    public static ClockOf With(params Closure[] closures)
    {
        var clocks = new Dictionary<(PlanCode, string), WorkingClock>();
        return basis =>
        {
            var known = closures.Where(c => c.AnnouncedAt <= basis.KnownAt && !(c.WithdrawnAt <= basis.KnownAt)).ToList();
            var key = (basis.Plan, string.Join(' ', known.Select(closure => closure.Id)));
            if (!clocks.ContainsKey(key))
                clocks.Add(key, new(Version(basis.Plan.Value).Terms.Coverage.WithClosures(known.Select(c => c.Period))));
            return clocks[key];
        };
    }

    public static PlanVersion Version(string plan) => Plans[new(plan)].Versions[0];

    /// <summary>By contract, save for Standard.</summary>
    public static HandlingPlan Plan(string code)
    {
        var plan = Plans[new(code)];
        return new(
            plan.NeedsContract ? TicketSamples.Contract : null, plan.Versions[0], HandlingPlan.PrecedenceOf(plan.NeedsContract, plan.Rank));
    }
}
