using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions;

/// <summary>Who is to do an intervention, or did it. What has ended keeps nobody busy.</summary>
internal sealed class TechnicianRow
{
    public string InterventionId { get; init; } = "";

    public string TechnicianId { get; init; } = "";

    public string? BusyFrom { get; init; }

    public string? BusyTo { get; init; }

    public static IEnumerable<TechnicianRow> Of(InterventionState state)
    {
        var slot = state.IsOpen ? state.Appointment?.Slot : null;
        return from technician in (state.Appointment?.Technicians ?? []).Union(state.Ending?.TimeEntries.Select(entry => entry.Technician) ?? [])
               select new TechnicianRow
               {
                   InterventionId = DbText.From(state.Id.Value),
                   TechnicianId = DbText.From(technician.Value),
                   BusyFrom = DbText.From(slot?.From),
                   BusyTo = DbText.From(slot?.To),
               };
    }

    public Slot ToSlot()
    {
        var from = DbText.ToInstant(BusyFrom!);
        return new(from, DbText.ToInstant(BusyTo!) - from);
    }
}
