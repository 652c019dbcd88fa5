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

    /// <summary>The same where it was read off a clock that is ahead; who began long enough before then did so when it was said.</summary>
    internal TimeEntry Earlier(Duration ahead, Instant arrivedAt) =>
        this with { From = From < To - ahead ? From : Instant.Max(arrivedAt, From - ahead), To = To - ahead };

    public bool Overlaps(TimeEntry other) => Technician == other.Technician && From < other.To && other.From < To;
}
