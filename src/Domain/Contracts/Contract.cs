using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Contracts;

/// <summary>An agreement that gives a customer a plan for some time.</summary>
/// <remarks>It is in force from the first instant of its first day to the last of its last day, in Rome, or to its termination.</remarks>
public sealed class Contract
{
    private Contract(
        ContractId id, CustomerId customer, ContractTerm term, Termination? termination, IReadOnlyList<PlanPeriod> plans, Instant createdAt,
        long version) =>
        (Id, Customer, Term, Termination, Plans, CreatedAt, Version) = (id, customer, term, termination, plans, createdAt, version);

    public ContractId Id { get; }

    public CustomerId Customer { get; }

    public ContractTerm Term { get; private set; }

    /// <summary>Null while it is to last as agreed.</summary>
    public Termination? Termination { get; private set; }

    /// <summary>The plans that it gave, gives and will give, the first one first.</summary>
    public IReadOnlyList<PlanPeriod> Plans { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    /// <summary>From when it is in force, inclusive.</summary>
    public Instant StartsAt => Term.StartsAt;

    /// <summary>Until when it is in force, exclusive; the same as <see cref="StartsAt"/> where it was terminated before it began.</summary>
    public Instant EndsAt => Termination is { } early ? Instant.Max(StartsAt, early.At) : Term.EndsAt;

    public static Contract Conclude(CustomerId customer, ContractTerm term, PlanCode plan, Instant at) =>
        new(ContractId.New(at), customer, term, null, [new(plan, term.StartsAt, AppliedAt: at)], at, 1);

    /// <summary>For persistence only.</summary>
    public static Contract FromState(
        ContractId id, CustomerId customer, ContractTerm term, Termination? termination, IReadOnlyList<PlanPeriod> plans, Instant createdAt,
        long version) => new(id, customer, term, termination, plans, createdAt, version);

    public ContractState StateAt(Instant at) => this switch
    {
        { Termination: { } early } when at >= early.At => ContractState.Terminated,
        _ when at < StartsAt => ContractState.Upcoming,
        _ when at < Term.EndsAt => ContractState.InForce,
        _ => ContractState.Ended,
    };

    /// <summary>The plan that it gives at an instant; before it begins, the one that it will begin with.</summary>
    public PlanCode PlanAt(Instant at) => Plans[PeriodAt(at)].Plan;

    /// <summary>Which of <see cref="Plans"/> counts at an instant, from 0.</summary>
    public int PeriodAt(Instant at) => Math.Max(0, Plans.Count(period => period.FromAt <= at) - 1);

    /// <summary>Lets it last some months longer, with another plan from then on if one is given.</summary>
    /// <param name="months">How many.</param>
    /// <param name="plan">The plan from the first day after the present last one; null for the same.</param>
    /// <param name="now">It cannot be over.</param>
    /// <exception cref="BusinessException">It is over or terminated, or would last beyond the years that can be counted.</exception>
    public void Renew(int months, PlanCode? plan, Instant now)
    {
        RequireAlive(now);
        var term = Term.Extended(months);
        if (term.EndsOn.Year > HolidayCalendar.LastYear)
            throw ContractErrors.EndsTooLate(HolidayCalendar.LastYear);

        if (plan is { } other && other != Plans[^1].Plan)
            Plans = [.. Plans, new(other, Term.EndsAt, null)];
        (Term, Version) = (term, Version + 1);
    }

    /// <summary>Ends it before its last day.</summary>
    /// <param name="fromOn">The first day without it, in Rome; today means from now on, null too.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="now">It cannot be over.</param>
    /// <exception cref="BusinessException">It is over or terminated, or the day is in the past or after its last one.</exception>
    public void Terminate(LocalDate? fromOn, string reason, Instant now)
    {
        RequireAlive(now);
        var at = BeginOf(fromOn, now);

        Termination = new(at.InZone(Company.Zone).Date, at, reason);
        // What had not begun by then never will.
        Plans = [.. Plans.Where((period, i) => i == 0 || period.FromAt < at)];
        Version++;
    }

    /// <summary>Gives another plan from a day on. What is to be given from a later day still is.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fromOn">The day, in Rome; today means from now on, null too. A day before the first one means the first one.</param>
    /// <param name="now">It cannot be over.</param>
    /// <returns>The plan that would have counted, and the instant from which the other one does.</returns>
    /// <exception cref="BusinessException">
    /// It is over or terminated, gives that plan then already, or the day is in the past or after its last one.
    /// </exception>
    public (PlanCode Before, Instant FromAt) ChangePlan(PlanCode plan, LocalDate? fromOn, Instant now)
    {
        RequireAlive(now);
        var from = Instant.Max(StartsAt, BeginOf(fromOn, now));
        var before = PlanAt(from);
        if (before == plan)
            throw ContractErrors.PlanHoldsAlready(plan);

        // The plan with which it begins has nobody to tell.
        Instant? appliedAt = from == StartsAt ? now : null;
        var others = Plans.Where(period => period.FromAt != from);
        Plans = WithoutRepeats([.. others.Append(new(plan, from, appliedAt)).OrderBy(period => period.FromAt)]);
        Version++;
        return (before, from);
    }

    /// <summary>A period that gives what the one before it gave is none: it remains where a change is taken back, or brought forward.</summary>
    private static IReadOnlyList<PlanPeriod> WithoutRepeats(IReadOnlyList<PlanPeriod> periods) =>
        [.. periods.Where((period, i) => i == 0 || period.Plan != periods[i - 1].Plan)];

    private void RequireAlive(Instant now)
    {
        if (Termination is { } early)
            throw ContractErrors.Terminated(Id, early.FromOn);
        if (now >= Term.EndsAt)
            throw ContractErrors.Over(Id);
    }

    private Instant BeginOf(LocalDate? fromOn, Instant now)
    {
        var today = now.InZone(Company.Zone).Date;
        var day = fromOn ?? today;
        if (day < today)
            throw ContractErrors.DayInThePast(day, today);
        if (day > Term.EndsOn)
            throw ContractErrors.DayOutsideTerm(day);

        return day == today ? now : ContractTerm.MidnightOf(day);
    }
}
