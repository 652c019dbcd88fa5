using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla;

/// <summary>What the documentation shows: a report on a Friday evening, and when it is owed an answer.</summary>
internal static class SlaExamples
{
    private static readonly Instant FridayEvening = Instant.FromUtc(2026, 11, 20, 18, 30);
    private static readonly Instant FridayClose = Instant.FromUtc(2026, 11, 20, 19, 0);
    private static readonly Instant MondayOpen = Instant.FromUtc(2026, 11, 23, 7, 0);
    private static readonly Instant MondayDue = Instant.FromUtc(2026, 11, 23, 10, 30);
    private static readonly Duration FourHours = Duration.FromHours(4);

    public static DeadlineRequest DeadlineRequest { get; } = new()
    {
        Plan = "silver",
        StartAt = FridayEvening,
        WorkingTime = FourHours,
    };

    public static DeadlineResponse Deadline { get; } = new()
    {
        DueAt = MondayDue,
        DueLocal = Local(MondayDue),
        WorkingTime = FourHours,
        TimeZone = "Europe/Rome",
        AppliedPlan = new() { Code = "silver", Version = 1, KnownAt = FridayEvening },
        Ledger =
        [
            Segment(FridayEvening, FridayClose, SegmentKind.Counted),
            Segment(FridayClose, MondayOpen, SegmentKind.Closed),
            Segment(MondayOpen, MondayDue, SegmentKind.Counted),
        ],
    };

    public static ElapsedRequest ElapsedRequest { get; } = new()
    {
        Schedule = new()
        {
            TimeZone = "Europe/Rome",
            Weekly = new()
            {
                Monday = [new() { From = WallTime.Of(8), To = WallTime.Of(20) }],
                Friday = [new() { From = WallTime.Of(8), To = WallTime.Of(20) }],
            },
            Holidays = [new LocalDate(2026, 12, 25)],
        },
        From = FridayEvening,
        To = MondayDue,
    };

    public static ElapsedResponse Elapsed { get; } = new()
    {
        WorkingTime = FourHours,
        TimeZone = "Europe/Rome",
        AppliedPlan = null,
        Ledger = Deadline.Ledger,
    };

    public static SimulationRequest SimulationRequest { get; } = new()
    {
        ReceivedAt = FridayEvening,
        Urgency = Urgency.Urgent,
        Channel = Channel.Phone,
        Service = "quick_updates",
    };

    public static SimulationResponse Simulation { get; } = new()
    {
        Plans =
        [
            new()
            {
                Code = "silver",
                Name = new() { It = "Silver", En = "Silver" },
                Version = 1,
                TimeZone = "Europe/Rome",
                HandledAs = Urgency.Urgent,
                ChannelInPlan = true,
                Channels = [Channel.Email, Channel.Phone],
                CountsFromAt = FridayEvening,
                CountsFromLocal = Local(FridayEvening),
                Promises = [Promise(PromiseKind.Response), Promise(PromiseKind.Presence)],
                Entitlement = new()
                {
                    Kind = EntitlementKind.Included,
                    Reason = new() { It = "Compreso nel piano.", En = "Included in the plan." },
                },
            },
        ],
    };

    private static OfferedPromiseResponse Promise(PromiseKind kind) => new()
    {
        Kind = kind,
        WorkingTime = FourHours,
        DueAt = MondayDue,
        DueLocal = Local(MondayDue),
        Warnings =
        [
            new() { Percent = 50, RaisedAt = Instant.FromUtc(2026, 11, 23, 8, 30) },
            new() { Percent = 75, RaisedAt = Instant.FromUtc(2026, 11, 23, 9, 30) },
            new() { Percent = 90, RaisedAt = Instant.FromUtc(2026, 11, 23, 10, 6) },
        ],
    };

    private static LedgerSegmentResponse Segment(Instant from, Instant to, SegmentKind kind) => new()
    {
        From = from,
        To = to,
        FromLocal = Local(from),
        ToLocal = Local(to),
        Kind = kind,
        Name = null,
        WorkingTime = kind == SegmentKind.Counted ? to - from : Duration.Zero,
    };

    private static OffsetDateTime Local(Instant instant) => instant.WithOffset(Offset.FromHours(1));
}
