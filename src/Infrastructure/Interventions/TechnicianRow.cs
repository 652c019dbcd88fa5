using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Interventions;

/// <summary>Who is to do an intervention, began it, or did it. It keeps those busy who began it, or are to; what has ended keeps nobody.</summary>
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
        var appointed = state.Appointment?.Technicians ?? [];
        var busy = state.BegunBy.Count > 0 ? state.BegunBy : appointed;
        var (slot, arrivedAt) = state.IsOpen ? (state.Appointment?.Slot, state.ArrivedAt) : (null, null);
        return from technician in appointed.Union(state.BegunBy).Union(state.Ending?.TimeEntries.Select(entry => entry.Technician) ?? [])
               let isBusy = busy.Contains(technician)
               select new TechnicianRow
               {
                   InterventionId = DbText.From(state.Id.Value),
                   TechnicianId = DbText.From(technician.Value),
                   BusyFrom = isBusy ? DbText.From(arrivedAt < slot?.From ? arrivedAt : slot?.From ?? arrivedAt) : null,
                   BusyTo = isBusy ? DbText.From(slot?.To ?? arrivedAt) : null,
               };
    }

    public Slot ToSlot(Instant now)
    {
        var from = DbText.ToInstant(BusyFrom!);
        var planned = new Slot(from, DbText.ToInstant(BusyTo!) - from);
        return IsAtWork ? planned.LastingPast(now) : planned;
    }
}
