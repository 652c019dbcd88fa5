using MisterAssist.Domain.Interventions;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions;

/// <summary>Who worked when: the same as in the JSON of the intervention, to be searched.</summary>
internal sealed class TimeEntryRow
{
    public required string InterventionId { get; init; }

    public required long Place { get; init; }

    public required string TechnicianId { get; init; }

    public required string WorkedFrom { get; init; }

    public required string WorkedTo { get; init; }

    public static TimeEntryRow From(InterventionId intervention, int place, TimeEntry entry) => new()
    {
        InterventionId = DbText.From(intervention.Value),
        Place = place,
        TechnicianId = DbText.From(entry.Technician.Value),
        WorkedFrom = DbText.From(entry.From),
        WorkedTo = DbText.From(entry.To),
    };

    public TimeEntry ToEntry() => new(new(DbText.ToId(TechnicianId)), DbText.ToInstant(WorkedFrom), DbText.ToInstant(WorkedTo));
}
