using MisterAssist.Api.Shared;
using NodaTime;

namespace MisterAssist.Api.Sla.Closures;

/// <summary>What the documentation shows: the patron saint's day of Turin.</summary>
internal static class ClosureExamples
{
    private static readonly LocalDate SaintJohn = new(2027, 6, 24);

    public static AnnounceClosureRequest AnnounceRequest { get; } = new()
    {
        Name = new() { It = "San Giovanni", En = "Saint John's Day" },
        StartsOn = SaintJohn,
        Recurrence = ClosureRecurrence.Yearly,
    };

    public static ClosureResponse Closure { get; } = new()
    {
        Id = "clo_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Name = new() { It = "San Giovanni", En = "Saint John's Day" },
        StartsOn = SaintJohn,
        EndsOn = SaintJohn,
        From = Domain.Sla.WallTime.StartOfDay,
        To = Domain.Sla.WallTime.EndOfDay,
        Recurrence = ClosureRecurrence.Yearly,
        AnnouncedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
    };

    public static PageResponse<ClosureResponse> Page { get; } = new() { Data = [Closure], NextCursor = null };
}
