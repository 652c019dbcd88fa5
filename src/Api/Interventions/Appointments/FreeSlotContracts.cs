using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Interventions.Appointments;
using NodaTime;

namespace MisterAssist.Api.Interventions.Appointments;

/// <summary>When a technician is free, in order.</summary>
internal sealed record FreeSlotsResponse
{
    /// <summary>The slots; empty where there is none.</summary>
    [MaxLength(Paging.MaxLimit)]
    public required IReadOnlyList<FreeSlotResponse> Data { get; init; }

    public static FreeSlotsResponse Of(IEnumerable<Slot> slots) => new() { Data = [.. slots.Select(FreeSlotResponse.Of)] };
}

/// <summary>A time for which an appointment could be made.</summary>
internal sealed record FreeSlotResponse
{
    /// <summary>When it begins.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public required OffsetDateTime StartsAtLocal { get; init; }

    /// <summary>When it ends, exclusive.</summary>
    public required Instant EndsAt { get; init; }

    public static FreeSlotResponse Of(Slot slot) => new() { StartsAt = slot.From, StartsAtLocal = WireTime.InRome(slot.From), EndsAt = slot.To };
}
