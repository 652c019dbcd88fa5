using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>Time that a technician worked.</summary>
/// <param name="Technician">Who.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; after <paramref name="From"/>.</param>
public sealed record TimeEntry(TechnicianId Technician, Instant From, Instant To)
{
    public Duration Length => To - From;

    public bool Overlaps(TimeEntry other) => Technician == other.Technician && From < other.To && other.From < To;
}
