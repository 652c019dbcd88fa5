using System.Globalization;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>The promises of one ticket, and what happens to them.</summary>
/// <remarks>
/// Whoever changes something calls <see cref="CatchUp"/> first, so that what ran out before is on record before, however late a sweep
/// comes by.
/// </remarks>
internal sealed class PromiseBook(IReadOnlyList<Promise> promises, Pauses pauses, ClockOf clockOf)
{
    private readonly List<PromiseFact> _facts = [];

    public IReadOnlyList<Promise> Promises { get; private set; } = promises;

    public Pauses Pauses { get; private set; } = pauses;

    /// <summary>The first instant at which there will be a warning or a miss to raise; null where there will be none.</summary>
    public Instant? NextCheckAt => NextToRaise()?.At;

    /// <summary>What happened since it was last asked, in order.</summary>
    public IReadOnlyList<PromiseFact> TakeFacts()
    {
        var taken = _facts.ToList();
        _facts.Clear();
        return taken;
    }

    /// <summary>Gives what a plan version promises, counted from an instant.</summary>
    public void Give(PlanVersion version, Urgency urgency, int round, Instant at)
    {
        foreach (var (kind, allowed) in version.Terms.Targets.For(urgency))
            Add(new(kind, round, [new(at, BasisOf(version, allowed, at), null)], null, null, 0, false));
    }

    /// <summary>Raises each warning and each miss whose instant has come, once: in the order of those instants, each as of its own.</summary>
    public void CatchUp(Instant at)
    {
        while (NextToRaise() is (var promise, var next) && next <= at)
            Raise(promise, next);
    }

    /// <summary>Keeps a promise, if it is owed, and gives it as it was kept; null where it was not owed.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="at">When it was kept; that may be told later than it was done.</param>
    public Promise? Meet(PromiseKind kind, Instant at)
    {
        if (Promises.FirstOrDefault(promise => promise.Kind == kind && promise.IsOwed) is not { } owed)
            return null;

        var kept = owed.Keep(at, Pauses, clockOf);
        // Told late, it may have been due at another time when it was kept than it was later.
        IReadOnlyList<Change> moved = kept.DueAt == owed.DueAt ? [] : Moved(owed, kept);
        Replace(owed, kept, PromiseFact.Met, kept.MetAt!.Value, [.. moved, new("metAt", null, Text(kept.MetAt))]);
        return kept;
    }

    /// <summary>Ends all that is owed.</summary>
    public void Withdraw(Withdrawal reason, Instant at)
    {
        foreach (var owed in Promises.Where(promise => promise.IsOwed).ToList())
            Withdraw(owed, reason, at);
    }

    /// <summary>The customer wants it at a certain time: where that is later than it is promised for, it is due then, else as it was promised.</summary>
    /// <remarks>What is missed already stays missed.</remarks>
    /// <returns>Whether that changes anything.</returns>
    public bool Agree(PromiseKind kind, Instant wanted, Instant at) =>
        Promises.FirstOrDefault(promise => promise.Kind == kind && promise.IsOwed) is { } owed
        && owed.StateAt(at) != PromiseState.Missed
        && Rebase(owed, owed.Promised, wanted, at);

    /// <summary>What the customer wanted at a certain time is called off: it is due as it was promised, unless that has passed meanwhile.</summary>
    /// <returns>Whether that changes anything.</returns>
    public bool Release(PromiseKind kind, Instant at) =>
        Promises.FirstOrDefault(promise => promise.Kind == kind && promise is { IsOwed: true, Basis.IsAgreed: true }) is { } owed
        && owed.StateAt(at) != PromiseState.Missed
        && DueIfResumed(owed, owed.Promised, at) >= at
        && Rebase(owed, owed.Promised, null, at);

    public void Pause(string reason, Instant at) => SetPauses(Pauses.Begin(at, reason), at);

    /// <summary>Waiting ends: the working time that was left is left now, and where that is later than a time that was wanted, it is due then.</summary>
    /// <remarks>Where what was wanted and what was promised both passed meanwhile, it is promised anew.</remarks>
    public void Resume(Instant at)
    {
        SetPauses(Pauses.End(at), at);
        foreach (var promise in Promises.Where(promise => promise is { IsOwed: true, Basis.IsAgreed: true }).ToList())
        {
            var (wanted, promised) = (promise.Basis.StartsAt, promise.Promised);
            if (promise.StateAt(at) != PromiseState.Missed)
                Rebase(promise, wanted <= at && DueIfResumed(promise, promised, at) < at ? promised.CountedFrom(at) : promised, wanted, at);
        }
    }

    /// <summary>Derives anew what is owed in a round, by other terms or another urgency, so that the change itself never causes a miss.</summary>
    /// <remarks>
    /// <para>
    /// What was kept or missed stays as it is, and what was missed and not kept is owed again if it was withdrawn meanwhile. What the new
    /// terms do not promise is withdrawn. What arises is counted from the change; nothing arises that was done already.
    /// </para>
    /// <para>
    /// Whether a promise becomes tighter is told by its deadline: what would be due later than now, counted from the start of the round,
    /// is looser, and is counted so; what would be due sooner is due at the earlier of its old deadline and its new amount counted from
    /// the change. While the ticket waits, deadlines are compared as if it went on at the change.
    /// </para>
    /// </remarks>
    /// <param name="version">Of the plan by which the ticket is handled now.</param>
    /// <param name="ticket">With the change.</param>
    /// <param name="at">When it is changed.</param>
    public void Rederive(PlanVersion version, TicketState ticket, Instant at)
    {
        var round = ticket.Round;
        var wanted = version.Terms.Targets.For(ticket.Report.Urgency)
            .Where(target => ticket.Progress.StillOwes(target.Kind))
            .ToDictionary();
        foreach (var promise in Promises.Where(promise => promise.Round == round).ToList())
        {
            if (promise.MetAt is not null)
                continue;
            if (!wanted.TryGetValue(promise.Kind, out var allowed))
            {
                if (promise.IsOwed)
                    Withdraw(promise, Withdrawal.Changed, at);
            }
            else if (promise.StateAt(at) == PromiseState.Missed)
            {
                Rebase(promise, promise.Basis, null, at);
            }
            else
            {
                Rebase(promise, NewBasis(promise, version, allowed, ticket.RoundStart, at), ticket.WantedAt(promise.Kind), at);
            }
        }

        foreach (var (kind, allowed) in wanted.Where(target => !Promises.Any(p => p.Round == round && p.Kind == target.Key)))
        {
            Add(new(kind, round, [new(at, BasisOf(version, allowed, at), null)], null, null, 0, false));
            if (ticket.WantedAt(kind) is { } time)
                Agree(kind, time, at);
        }
    }

    private PromiseBasis NewBasis(Promise promise, PlanVersion version, Duration allowed, Instant roundStart, Instant at)
    {
        var (old, fromChange) = (promise.Promised, BasisOf(version, allowed, at));
        var oldDue = DueIfResumed(promise, old, at);
        // One that was withdrawn comes back: never later than it was due before, as long as that has not passed meanwhile.
        if (!promise.IsOwed)
        {
            var before = oldDue > at ? old : promise.Basis;
            var due = DueIfResumed(promise, before, at);
            return due > at && due < DueIfResumed(promise, fromChange, at) ? before : fromChange;
        }

        var fromStart = BasisOf(version, allowed, roundStart);
        if (fromStart.AllowsAs(old))
            return old;
        if (DueIfResumed(promise, fromStart, at) >= oldDue)
            return fromStart;
        return DueIfResumed(promise, fromChange, at) < oldDue ? fromChange : old;
    }

    private Instant DueIfResumed(Promise promise, PromiseBasis basis, Instant at) =>
        new PromiseClock(clockOf(basis), promise.IsPausable ? Pauses.End(at) : Pauses.None).Deadline(basis.StartsAt, basis.Allowed)!.Value;

    /// <summary>Counts a promise as it is promised, or makes it due at a later time that the customer wants.</summary>
    /// <remarks>Where that time is wanted no more and what was promised has passed meanwhile, it stays due then: no change causes a miss.</remarks>
    private bool Rebase(Promise promise, PromiseBasis promised, Instant? wanted, Instant at)
    {
        var due = DueIfResumed(promise, promised, at);
        var basis = wanted > due ? promised.AgreedFor(wanted.Value) : promised;
        if (promise.IsOwed && (basis.IsSameAs(promise.Basis) || (promise.Basis.IsAgreed && due < at && !basis.IsAgreed)))
            return false;

        var rebased = (basis.IsAgreed ? promise.Promising(promised, at) : promise).Rebase(basis, at, Pauses, clockOf);
        Replace(promise, rebased, promise.IsOwed ? PromiseFact.Changed : PromiseFact.Given, at, Moved(promise, rebased));
        return true;
    }

    private void Withdraw(Promise owed, Withdrawal reason, Instant at) => Replace(
        owed, owed.Withdraw(reason, at), PromiseFact.Withdrawn, at,
        new Change("withdrawnAt", null, Text(at)), new Change("withdrawal", null, SnakeCase.Of(reason)));

    private void SetPauses(Pauses pauses, Instant at)
    {
        Pauses = pauses;
        foreach (var promise in Promises.Where(promise => promise.IsOwed && promise.IsPausable).ToList())
        {
            var reckoned = promise.Reckon(pauses, clockOf);
            if (reckoned.DueAt != promise.DueAt)
                Replace(promise, reckoned, PromiseFact.Changed, at, Moved(promise, reckoned));
        }
    }

    private void Add(Promise promise)
    {
        var given = promise.Reckon(Pauses, clockOf);
        Promises = [.. Promises, given];
        _facts.Add(new(PromiseFact.Given, given.Terms[^1].Since, given, [new("round", null, Number(given.Round)), new("dueAt", null, Text(given.DueAt))]));
    }

    private void Replace(Promise before, Promise after, string type, Instant at, params IReadOnlyList<Change> changes)
    {
        Promises = [.. Promises.Select(promise => ReferenceEquals(promise, before) ? after : promise)];
        _facts.Add(new(type, at, after, changes));
    }

    private (Promise Promise, Instant At)? NextToRaise() =>
    (
        from promise in Promises
        where promise.IsOwed
        let next = NextCheckOf(promise)
        where next is not null
        orderby next, promise.Kind
        select ((Promise, Instant)?)(promise, next.Value)).FirstOrDefault();

    /// <remarks>What was to be raised before the promise had its present terms is raised as of these.</remarks>
    private void Raise(Promise promise, Instant at)
    {
        var since = Instant.Max(at, promise.Terms[^1].Since);
        if (promise.NextWarning(Pauses, clockOf) is { } warning && warning.At == at)
        {
            Replace(
                promise, promise with { Warned = warning.Percent }, PromiseFact.Warned, since,
                new Change("usedPercent", Number(promise.Warned), Number(warning.Percent)));
        }
        else
        {
            Replace(promise, promise with { MissRaised = true }, PromiseFact.Missed, since, new Change("state", "running", "missed"));
        }
    }

    private Instant? NextCheckOf(Promise promise)
    {
        // Due at the very instant is in time: it is missed from the next microsecond on.
        var miss = promise is { MissRaised: false, DueAt: { } due } ? due + Duration.FromTicks(10) : (Instant?)null;
        var warning = promise.NextWarning(Pauses, clockOf)?.At;
        return warning < miss || miss is null ? warning : miss;
    }

    /// <remarks>Closures count for what starts after they were announced, so what starts at reception knows those of then.</remarks>
    private static PromiseBasis BasisOf(PlanVersion version, Duration allowed, Instant startsAt) =>
        new(version.Plan, version.Number, KnownAt: startsAt, startsAt, allowed, version.Terms.WarningThresholds);

    /// <summary>When it is due, and from when and under which plan it is counted, as far as that is different.</summary>
    private static List<Change> Moved(Promise before, Promise after)
    {
        List<Change> changes = [new("dueAt", Text(before.DueAt), Text(after.DueAt))];
        if (after.Basis.StartsAt != before.Basis.StartsAt)
            changes.Add(new("startsAt", Text(before.Basis.StartsAt), Text(after.Basis.StartsAt)));
        if (after.Basis.Plan != before.Basis.Plan)
            changes.Add(new("plan", before.Basis.Plan.Value, after.Basis.Plan.Value));
        return changes;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Text(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;
}
