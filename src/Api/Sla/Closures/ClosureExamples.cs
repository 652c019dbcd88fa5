using MisterAssist.Api.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Api.Sla.Closures;

/// <summary>What the documentation shows: every Christmas Eve the company shuts at lunch.</summary>
internal static class ClosureExamples
{
    private static readonly LocalDate ChristmasEve = new(2027, 12, 24);

    public static AnnounceClosureRequest AnnounceRequest { get; } = new()
    {
        Name = new() { It = "Vigilia di Natale", En = "Christmas Eve" },
        StartsOn = ChristmasEve,
        From = WallTime.Of(13),
        To = WallTime.Of(22),
        Recurrence = ClosureRecurrence.Yearly,
    };

    public static ClosureResponse Closure { get; } = new()
    {
        Id = "clo_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Name = new() { It = "Vigilia di Natale", En = "Christmas Eve" },
        StartsOn = ChristmasEve,
        EndsOn = ChristmasEve,
        From = WallTime.Of(13),
        To = WallTime.Of(22),
        Recurrence = ClosureRecurrence.Yearly,
        AnnouncedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
    };

    public static PageResponse<ClosureResponse> Page { get; } = new() { Data = [Closure], NextCursor = null };
}
