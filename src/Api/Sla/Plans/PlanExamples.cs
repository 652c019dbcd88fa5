using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla.Plans;

/// <summary>What the documentation shows: the Silver plan as it was founded, and a version that answers faster.</summary>
internal static class PlanExamples
{
    private static readonly Plan Silver = FoundingPlans.PublishedAt(Instant.FromUtc(2026, 1, 7, 9, 0))[1];

    public static PlanResponse Plan { get; } = PlanResponse.Of(new PlanInForce(
        Silver.Code, Silver.Name, Silver.Audience, Silver.NeedsContract, Silver.Rank, Silver.Versions[0], null, 1));

    public static PageResponse<PlanResponse> Page { get; } = new() { Data = [Plan], NextCursor = null };

    public static PublishPlanVersionRequest PublishRequest { get; } = new()
    {
        EffectiveAt = Instant.FromUtc(2099, 12, 31, 23, 0),
        Coverage = new()
        {
            TimeZone = "Europe/Rome",
            Weekly = new()
            {
                Monday = Window(),
                Tuesday = Window(),
                Wednesday = Window(),
                Thursday = Window(),
                Friday = Window(),
                Saturday = [new() { From = WallTime.Of(9), To = WallTime.Of(13) }],
            },
            HolidayCalendar = "IT",
        },
        Targets = new() { Response = Duration.FromHours(2), Confirmation = Duration.FromHours(8), Presence = Duration.FromHours(4) },
        Channels = [Channel.Email, Channel.Phone, Channel.Chat],
        IncludedServices =
        [
            new() { Code = "quick_updates", Name = new() { It = "Piccoli aggiornamenti quando servono", En = "Quick updates when asked for" } },
        ],
        ExcludedServices = [],
        WarningThresholds = [50, 75, 90],
    };

    public static PlanResponse Published { get; } = Plan with
    {
        Version = 2,
        EffectiveAt = PublishRequest.EffectiveAt!.Value,
        PublishedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
        Coverage = ScheduleResponse.Of(PublishRequest.Coverage.ToGiven().ToSchedule()),
        Targets = new() { Response = Duration.FromHours(2), Confirmation = Duration.FromHours(8), Presence = Duration.FromHours(4) },
        Channels = PublishRequest.Channels,
        IncludedServices = [.. PublishRequest.IncludedServices.Select(s => ServiceResponse.Of(s.ToService()))],
    };

    private static IReadOnlyList<WindowRequest> Window() => [new() { From = WallTime.Of(8), To = WallTime.Of(20) }];
}
