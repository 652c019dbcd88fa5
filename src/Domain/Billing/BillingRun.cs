using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>Bills a month, customer by customer. What a run has done stays done, however it ends; what it left, the next one does.</summary>
public sealed class BillingRun
{
    private BillingRunState _state;

    private BillingRun(BillingRunState state) => (_state, LoadedVersion) = (state, state.Version);

    /// <summary>In which version it was loaded or begun. For persistence only.</summary>
    public int LoadedVersion { get; }

    /// <summary>For persistence only.</summary>
    public static BillingRun FromState(BillingRunState state) => new(state);

    /// <param name="month">Over, in Rome: all that accrued up to its last day is billed.</param>
    /// <param name="issues">Whether what is made is issued at once.</param>
    /// <param name="customers">How many there are to look at.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">The month is not over.</exception>
    public static BillingRun Start(YearMonth month, bool issues, int customers, Deed on)
    {
        RequireOver(month, on.At);
        return new(new(
            BillingRunId.New(on.At), month, issues, BillingRunStatus.Running, on.Actor, on.At, null, null, BillingTally.None(customers), Version: 1));
    }

    /// <exception cref="BusinessException">The month is not over in Rome.</exception>
    public static void RequireOver(YearMonth month, Instant now)
    {
        var today = now.InZone(Company.Zone).Date;
        if (month.ToDateInterval().End >= today)
            throw BillingErrors.MonthNotOver(month);
    }

    public BillingRunState ToState() => _state;

    /// <summary>Some customers were billed.</summary>
    /// <param name="outcomes">What came of those for whom there was something to do.</param>
    /// <param name="looked">At how many customers it looked.</param>
    /// <param name="last">The last of them; null where none was left: then it is over.</param>
    /// <param name="at">When.</param>
    /// <returns>The outcomes, numbered on from those before.</returns>
    public IReadOnlyList<NumberedOutcome> Advance(IReadOnlyCollection<BillingOutcome> outcomes, int looked, CustomerId? last, Instant at)
    {
        var before = _state.Tally.Outcomes;
        _state = _state with
        {
            After = last ?? _state.After,
            Tally = _state.Tally.With(outcomes, looked),
            Status = last is null ? BillingRunStatus.Completed : BillingRunStatus.Running,
            EndedAt = last is null ? at : null,
            Version = _state.Version + 1,
        };
        return [.. outcomes.Select((outcome, i) => new NumberedOutcome(before + i + 1, outcome))];
    }

    /// <summary>It looks at no further customer.</summary>
    /// <exception cref="BusinessException">It is over.</exception>
    public void Cancel(Instant at)
    {
        if (_state.Status != BillingRunStatus.Running)
            throw BillingErrors.RunEnded(_state.Status);

        _state = _state with { Status = BillingRunStatus.Cancelled, EndedAt = at, Version = _state.Version + 1 };
    }
}

/// <summary>All that is known of a billing run, as it is kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Month">That it bills.</param>
/// <param name="Issues">Whether what it makes is issued at once.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="RequestedBy">Who wanted it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="EndedAt">When it was over; null before.</param>
/// <param name="After">The last customer whom it looked at; null before the first.</param>
/// <param name="Tally">What came of it so far.</param>
/// <param name="Version">1, and one more for each change.</param>
public sealed record BillingRunState(
    BillingRunId Id, YearMonth Month, bool Issues, BillingRunStatus Status, Actor RequestedBy, Instant CreatedAt, Instant? EndedAt, CustomerId? After,
    BillingTally Tally, int Version);

/// <summary>Where a billing run is in its life.</summary>
public enum BillingRunStatus
{
    /// <summary>Customers are left.</summary>
    Running,

    /// <summary>It has looked at all of them.</summary>
    Completed,

    /// <summary>It was ended before.</summary>
    Cancelled,
}
