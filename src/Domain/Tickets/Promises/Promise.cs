using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>One time limit owed on a ticket.</summary>
/// <param name="Kind">What is owed.</param>
/// <param name="Round">1 for what started at reception, one more for each reopening.</param>
/// <param name="Terms">What it was counted from, over time; the last holds now.</param>
/// <param name="DueAt">The instant it is due as things stand; null while it is paused. Fixed once it is met or withdrawn.</param>
/// <param name="MetAt">When it was kept; null while it is not.</param>
/// <param name="Warned">The highest percentage for which a warning was raised; 0 for none.</param>
/// <param name="MissRaised">Whether it was said that it is missed.</param>
public sealed record Promise(
    PromiseKind Kind, int Round, IReadOnlyList<PromiseTerm> Terms, Instant? DueAt, Instant? MetAt, int Warned, bool MissRaised)
{
    /// <summary>What it is counted from, or was until it was withdrawn.</summary>
    public PromiseBasis Basis => Terms.Last(term => term.Basis is not null).Basis!;

    /// <summary>What it is, or was, counted from by what the plan promises.</summary>
    public PromiseBasis Promised => Terms.Last(term => term.Basis is { IsAgreed: false }).Basis!;

    /// <summary>When it ceased to be owed without being kept; null where it did not.</summary>
    public Instant? WithdrawnAt => Terms[^1].Basis is null ? Terms[^1].Since : null;

    public Withdrawal? Withdrawal => Terms[^1].Withdrawal;

    /// <summary>Neither kept nor withdrawn.</summary>
    public bool IsOwed => MetAt is null && WithdrawnAt is null;

    /// <summary>Waiting for the customer stops every promise but the answer.</summary>
    public bool IsPausable => Kind != PromiseKind.Response;

    /// <summary>How it stands at an instant that is not before the last change of its ticket.</summary>
    public PromiseState StateAt(Instant at) => StateOf(DueAt, MetAt, WithdrawnAt, at);

    /// <summary>How it stood, stands or will stand at any instant, if nothing more happens; null before it was given.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="pauses">Of the ticket.</param>
    /// <param name="clockOf">Gives the clocks.</param>
    public PromiseReading? ReadAt(Instant at, Pauses pauses, ClockOf clockOf)
    {
        if (Terms.LastOrDefault(term => term.Since <= at) is not { } term)
            return null;

        var met = MetAt <= at ? MetAt : null;
        var withdrawn = met is null && term.Basis is null ? term.Since : (Instant?)null;
        var until = met ?? withdrawn ?? at;
        var basis = term.Basis ?? Terms.Last(t => t.Basis is not null && t.Since <= at).Basis!;
        var clock = new PromiseClock(clockOf(basis), IsPausable ? pauses.AsOf(until) : Pauses.None);
        var due = clock.Deadline(basis.StartsAt, basis.Allowed);
        return new(this, StateOf(due, met, withdrawn, at), basis, due, met, withdrawn, Instant.Max(until, basis.StartsAt), clock);
    }

    /// <summary>The same promise, due when it is due under these pauses; what is no longer owed does not move.</summary>
    internal Promise Reckon(Pauses pauses, ClockOf clockOf) =>
        IsOwed ? this with { DueAt = ClockUnder(pauses, clockOf).Deadline(Basis.StartsAt, Basis.Allowed) } : this;

    /// <summary>When the next warning is to be raised, with its percentage; null where none is left or a pause stands before it.</summary>
    internal (int Percent, Instant At)? NextWarning(Pauses pauses, ClockOf clockOf)
    {
        var percent = Basis.Warnings.FirstOrDefault(warning => warning > Warned);
        return percent > 0 && At(percent, pauses, clockOf) is { } at ? (percent, at) : null;
    }

    /// <summary>The same, with what the plan promises by now behind a time that the customer wants.</summary>
    internal Promise Promising(PromiseBasis basis, Instant at) =>
        basis.IsAgreed || basis.IsSameAs(Promised) ? this : this with { Terms = [.. Terms, new(at, basis, null)] };

    /// <summary>
    /// The same promise, counted from another basis; what was not reached under that one yet will be warned of again. Where a time was wanted
    /// there is nothing to warn of, and what was warned of before stays so.
    /// </summary>
    internal Promise Rebase(PromiseBasis basis, Instant at, Pauses pauses, ClockOf clockOf)
    {
        var rebased = (this with { Terms = [.. Terms, new(at, basis, null)] }).Reckon(pauses, clockOf);
        return rebased with
        {
            Warned = basis.IsAgreed ? Warned : basis.Warnings.LastOrDefault(warning =>
                (warning <= Warned && rebased.At(warning, pauses, clockOf) <= at) || WasToldBy(basis, warning, pauses, clockOf)),
        };
    }

    /// <summary>The same promise, kept: by the terms and the pauses of that very moment, whatever came after it before it was told.</summary>
    /// <param name="at">What is kept before it was owed is kept at once.</param>
    /// <param name="pauses">Of the ticket.</param>
    /// <param name="clockOf">Gives the clocks.</param>
    internal Promise Keep(Instant at, Pauses pauses, ClockOf clockOf)
    {
        var owedSince = Terms.Reverse().TakeWhile(term => term.Basis is not null).Last().Since;
        var met = Instant.Max(at, owedSince);
        var then = this with { Terms = [.. Terms.TakeWhile(term => term.Since <= met)] };
        var due = then.ClockUnder(pauses.AsOf(met), clockOf).Deadline(then.Basis.StartsAt, then.Basis.Allowed);
        return then with { DueAt = due, MetAt = met, MissRaised = MissRaised && due < met };
    }

    internal Promise Withdraw(Withdrawal reason, Instant at) => this with { Terms = [.. Terms, new(at, null, reason)] };

    /// <summary>Whether a warning was raised while it was counted from that very basis before.</summary>
    private bool WasToldBy(PromiseBasis basis, int warning, Pauses pauses, ClockOf clockOf)
    {
        return Terms.Zip(Terms.Skip(1)).Any(pair => pair.First.Basis?.IsSameAs(basis) == true && pair.First.Since < pair.Second.Since && WasReachedBy(pair.Second.Since));

        bool WasReachedBy(Instant until)
        {
            var clock = new PromiseClock(clockOf(basis), IsPausable ? pauses.AsOf(until) : Pauses.None);
            return until > basis.StartsAt && clock.Elapsed(basis.StartsAt, until) * 100 >= basis.Allowed * warning;
        }
    }

    private static PromiseState StateOf(Instant? due, Instant? met, Instant? withdrawn, Instant at)
    {
        if (due < (met ?? withdrawn ?? at))
            return PromiseState.Missed;
        if (met is not null)
            return PromiseState.Met;
        if (withdrawn is not null)
            return PromiseState.Withdrawn;
        return due is null ? PromiseState.Paused : PromiseState.Running;
    }

    /// <summary>When that percentage of what is allowed is used up; null where a pause stands before it.</summary>
    private Instant? At(int percent, Pauses pauses, ClockOf clockOf) =>
        ClockUnder(pauses, clockOf).Deadline(Basis.StartsAt, Basis.Allowed * percent / 100);

    private PromiseClock ClockUnder(Pauses pauses, ClockOf clockOf) => new(clockOf(Basis), IsPausable ? pauses : Pauses.None);
}

public static class PromiseDeadlines
{
    /// <summary>The nearest deadline of what is owed, passed or not; null where nothing is due.</summary>
    public static Instant? NearestDue(this IEnumerable<Promise> promises) =>
        promises.Where(promise => promise.IsOwed).Min(promise => promise.DueAt);
}
