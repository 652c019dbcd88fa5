using MisterAssist.Api.Sla;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Api.Tickets.Promises;

/// <summary>What the documentation shows: at noon on Monday, how much of the answer's four hours is left.</summary>
internal static class PromiseExamples
{
    private static readonly Instant ReceivedAt = TicketExamples.ReceivedAt;

    private static readonly Instant FridayClose = Instant.FromUtc(2026, 11, 20, 19, 0);

    private static readonly Instant MondayOpening = Instant.FromUtc(2026, 11, 23, 7, 0);

    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly Instant DueAt = Instant.FromUtc(2026, 11, 23, 10, 30);

    private static readonly PromiseResponse Response = new()
    {
        Kind = PromiseKind.Response,
        Round = 1,
        State = PromiseState.Running,
        StartsAt = ReceivedAt,
        DueAt = DueAt,
        DueAtLocal = DueAt.InZone(Company.Zone).ToOffsetDateTime(),
        WorkingTime = Duration.FromHours(4),
        Used = Duration.FromMinutes(150),
        Left = Duration.FromMinutes(90),
        Overrun = Duration.Zero,
        TimeZone = Company.Zone.Id,
        AppliedPlan = new() { Code = "silver", Version = 1, KnownAt = ReceivedAt },
    };

    public static PromiseListResponse List { get; } = new() { At = At, Data = [Response] };

    public static PromiseLedgerResponse Ledger { get; } = new()
    {
        At = At,
        Promise = Response,
        Past = LedgerSegmentResponse.Of(
            [
                new(ReceivedAt, FridayClose, SegmentKind.Counted, null),
                new(FridayClose, MondayOpening, SegmentKind.Closed, null),
                new(MondayOpening, At, SegmentKind.Counted, null),
            ],
            Company.Zone),
        ToCome = LedgerSegmentResponse.Of([new(At, DueAt, SegmentKind.Counted, null)], Company.Zone),
    };
}
