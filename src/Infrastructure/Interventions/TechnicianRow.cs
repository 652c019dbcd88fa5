using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Interventions;

/// <summary>Who is to do an intervention, began it, or did it. What has ended keeps nobody busy.</summary>
internal sealed class TechnicianRow
{
    public string InterventionId { get; init; } = "";

    public string TechnicianId { get; init; } = "";

    public string? BusyFrom { get; init; }

    /// <summary>As far as was planned: who is at work is busy as long as that lasts.</summary>
    public string? BusyTo { get; init; }

    public bool IsAtWork { get; init; }

    public static IEnumerable<TechnicianRow> Of(InterventionState state)
    {
        var (slot, arrivedAt) = state.IsOpen ? (state.Appointment?.Slot, state.ArrivedAt) : (null, null);
        return from technician in (state.Appointment?.Technicians ?? []).Union(state.BegunBy).Union(state.Ending?.TimeEntries.Select(entry => entry.Technician) ?? [])
               select new TechnicianRow
               {
                   InterventionId = DbText.From(state.Id.Value),
                   TechnicianId = DbText.From(technician.Value),
                   BusyFrom = DbText.From(arrivedAt < slot?.From ? arrivedAt : slot?.From ?? arrivedAt),
                   BusyTo = DbText.From(slot?.To ?? arrivedAt),
               };
    }

    public Slot ToSlot(Instant now)
    {
        var from = DbText.ToInstant(BusyFrom!);
        var planned = new Slot(from, DbText.ToInstant(BusyTo!) - from);
        return IsAtWork ? planned.LastingPast(now) : planned;
    }
}
