using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Who is there, and who is free.</summary>
internal sealed class Roster(ITechnicianStore technicians, IInterventionStore interventions)
{
    /// <exception cref="Domain.Shared.BusinessException">One is not there or has left, has an appointment then, or is still at work.</exception>
    public async Task RequireFreeAsync(IReadOnlyList<TechnicianId> ids, Slot slot, InterventionId? except, Instant now, CancellationToken ct)
    {
        var known = await technicians.FindAllAsync([.. ids], ct);
        foreach (var id in ids)
        {
            if (known.FirstOrDefault(technician => technician.Id == id) is not { RetiredAt: null } technician)
                throw TechnicianErrors.UnknownTechnician("technicianIds");
            var busy = await interventions.BusyAsync(id, slot, except, now, ct);
            if (busy.Count > 0)
                throw InterventionErrors.TechnicianBusy(technician.Details.Name, busy[0].From, busy[0].To);
        }
    }

    /// <param name="ids">Who begins; empty for those of the appointment.</param>
    /// <param name="on">On which intervention.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Domain.Shared.BusinessException">One is not there, or is at work on another intervention that was begun before.</exception>
    public async Task RequireNotAtWorkAsync(IReadOnlyList<TechnicianId> ids, InterventionState on, Instant at, CancellationToken ct)
    {
        await RequireKnownAsync(ids, "technicianIds", ct);
        var beginning = ids.Count > 0 ? ids : on.Appointment?.Technicians ?? [];
        foreach (var technician in await technicians.FindAllAsync([.. beginning], ct))
        {
            if (await interventions.AtWorkSinceAsync(technician.Id, on.Id, at, ct) is { } since)
                throw InterventionErrors.TechnicianAtWork(technician.Details.Name, since);
        }
    }

    /// <param name="entries">Who worked when.</param>
    /// <param name="on">On which intervention.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Domain.Shared.BusinessException">One is not there, or worked elsewhere then; who has left meanwhile may have worked before.</exception>
    public async Task RequireThereAsync(IReadOnlyList<TimeEntry> entries, InterventionId on, CancellationToken ct)
    {
        var known = await RequireKnownAsync(entries.Select(entry => entry.Technician), "timeEntries", ct);
        foreach (var (index, entry) in entries.Index())
        {
            if (await interventions.WorkedElsewhereAsync(entry, on, ct) is [var other, ..])
                throw InterventionErrors.TechnicianElsewhere(index, known.Single(one => one.Id == entry.Technician).Details.Name, other.From, other.To);
        }
    }

    /// <exception cref="Domain.Shared.BusinessException">One is not there.</exception>
    public async Task<IReadOnlyList<Technician>> RequireKnownAsync(IEnumerable<TechnicianId> ids, string field, CancellationToken ct)
    {
        TechnicianId[] wanted = [.. ids.Distinct()];
        var known = await technicians.FindAllAsync(wanted, ct);
        return known.Count < wanted.Length ? throw TechnicianErrors.UnknownTechnician(field) : known;
    }
}
