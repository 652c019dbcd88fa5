using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Json;
using MisterAssist.Api.Sla;
using MisterAssist.Application.Sla;
using MisterAssist.Application.Tickets.Promises;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Api.Tickets.Promises;

/// <summary>A promise in short.</summary>
internal sealed record PromiseSummaryResponse
{
    public const int MaxPromises = 1000;

    /// <summary>What is owed.</summary>
    public required PromiseKind Kind { get; init; }

    /// <summary>1 for what started at reception, one more for each reopening.</summary>
    [Range(1, int.MaxValue)]
    public required int Round { get; init; }

    /// <summary>How it stands at the moment of asking.</summary>
    public required PromiseState State { get; init; }

    /// <summary>When it is or was due: at that very instant is in time. Null while it is paused.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public OffsetDateTime? DueAtLocal { get; init; }

    /// <summary>When it was kept; null while it is not.</summary>
    public Instant? MetAt { get; init; }

    /// <summary>When it ceased to be owed without being kept; null where it did not.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Why it is no longer owed; null where it is, or was kept.</summary>
    public Withdrawal? Withdrawal { get; init; }

    public static IReadOnlyList<PromiseSummaryResponse> Of(IEnumerable<Promise> promises, Instant at) =>
        [.. promises.OrderBy(promise => promise.Round).ThenBy(promise => promise.Kind).Select(promise => Of(promise, at))];

    private static PromiseSummaryResponse Of(Promise promise, Instant at) => new()
    {
        Kind = promise.Kind,
        Round = promise.Round,
        State = promise.StateAt(at),
        DueAt = promise.DueAt,
        DueAtLocal = WireTime.InRome(promise.DueAt),
        MetAt = promise.MetAt,
        WithdrawnAt = promise.WithdrawnAt,
        Withdrawal = promise.Withdrawal,
    };
}

/// <summary>A promise as it stands at an instant, in working time.</summary>
internal sealed record PromiseResponse
{
    /// <summary>What is owed.</summary>
    public required PromiseKind Kind { get; init; }

    /// <summary>1 for what started at reception, one more for each reopening.</summary>
    [Range(1, int.MaxValue)]
    public required int Round { get; init; }

    /// <summary>How it stands then.</summary>
    public required PromiseState State { get; init; }

    /// <summary>When counting started.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>When it is or was due: at that very instant is in time. Null while it is paused.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The same on the wall of the coverage's time zone.</summary>
    public OffsetDateTime? DueAtLocal { get; init; }

    /// <summary>The working time allowed; zero where it is due at a later time that the customer wanted.</summary>
    public required Duration WorkingTime { get; init; }

    /// <summary>The working time that has passed.</summary>
    public required Duration Used { get; init; }

    /// <summary>The working time that is left; zero once it is used up.</summary>
    public required Duration Left { get; init; }

    /// <summary>The working time beyond what was allowed; zero while it is in time.</summary>
    public required Duration Overrun { get; init; }

    /// <summary>When it was kept; null while it is not.</summary>
    public Instant? MetAt { get; init; }

    /// <summary>When it ceased to be owed without being kept; null where it did not.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Of the coverage: IANA id.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    /// <summary>The plan version and the closures that count.</summary>
    public required AppliedPlanResponse AppliedPlan { get; init; }

    public static PromiseResponse Of(PromiseReading reading) => new()
    {
        Kind = reading.Promise.Kind,
        Round = reading.Promise.Round,
        State = reading.State,
        StartsAt = reading.Basis.StartsAt,
        DueAt = reading.DueAt,
        DueAtLocal = reading.DueAt?.InZone(reading.Clock.Zone).ToOffsetDateTime(),
        WorkingTime = reading.Basis.Allowed,
        Used = reading.Used,
        Left = reading.Left,
        Overrun = reading.Overrun,
        MetAt = reading.MetAt,
        WithdrawnAt = reading.WithdrawnAt,
        TimeZone = reading.Clock.Zone.Id,
        AppliedPlan = new() { Code = reading.Basis.Plan.Value, Version = reading.Basis.PlanVersion, KnownAt = reading.Basis.KnownAt },
    };
}

/// <summary>The promises of a ticket as they stand at an instant.</summary>
internal sealed record PromiseListResponse
{
    /// <summary>The instant.</summary>
    public required Instant At { get; init; }

    /// <summary>All that had been promised then, by round and kind.</summary>
    [MaxLength(PromiseSummaryResponse.MaxPromises)]
    public required IReadOnlyList<PromiseResponse> Data { get; init; }

    public static PromiseListResponse Of(PromisesAt read) => new() { At = read.At, Data = [.. read.Readings.Select(PromiseResponse.Of)] };
}

/// <summary>A promise explained, segment by segment.</summary>
internal sealed record PromiseLedgerResponse
{
    /// <summary>The instant that was asked about.</summary>
    public required Instant At { get; init; }

    public required PromiseResponse Promise { get; init; }

    /// <summary>From the start of counting to that instant, or to where counting ended: what counted sums to `used`.</summary>
    [MaxLength(2 * Ledgers.MaxSegments)]
    public required IReadOnlyList<LedgerSegmentResponse> Past { get; init; }

    /// <summary>From that instant until it is due, if nothing more happens: what counts sums to `left`. Empty where it is not running.</summary>
    [MaxLength(2 * Ledgers.MaxSegments)]
    public required IReadOnlyList<LedgerSegmentResponse> ToCome { get; init; }

    public static PromiseLedgerResponse Of(PromiseLedger ledger) => new()
    {
        At = ledger.At,
        Promise = PromiseResponse.Of(ledger.Reading),
        Past = LedgerSegmentResponse.Of(ledger.Past, ledger.Reading.Clock.Zone),
        ToCome = LedgerSegmentResponse.Of(ledger.ToCome, ledger.Reading.Clock.Zone),
    };
}
