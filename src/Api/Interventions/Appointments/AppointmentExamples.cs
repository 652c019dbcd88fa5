using MisterAssist.Domain.Interventions.Appointments;
using NodaTime;

namespace MisterAssist.Api.Interventions.Appointments;

/// <summary>What the documentation shows: two free hours on a Monday morning.</summary>
internal static class AppointmentExamples
{
    public static FreeSlotsResponse FreeSlots { get; } = FreeSlotsResponse.Of(
        from hour in (int[])[8, 9] select new Slot(Instant.FromUtc(2026, 11, 23, hour, 0), Duration.FromHours(1)));
}
