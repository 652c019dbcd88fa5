using MisterAssist.Domain.Technicians;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Technicians;

/// <summary>Technicians who are right as they come: a test sets only what matters to it.</summary>
public static class TechnicianSamples
{
    public static readonly Instant CreatedAt = Moments.Utc("2026-11-20T18:30:00.123456Z");

    public static Technician Technician(string name = "Bruno Prova", string? email = "bruno@example.it", Instant? at = null) =>
        Domain.Technicians.Technician.TakeOn(new(name, email), at ?? CreatedAt);

    public static Technician Retired(string name = "Carla Prova")
    {
        var technician = Technician(name);
        technician.Retire(CreatedAt + Duration.FromDays(1));
        return technician;
    }
}
