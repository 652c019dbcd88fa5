using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Interventions, and when technicians are busy with them. Filters are a matter of SQL.</summary>
internal sealed class InterventionsInMemory : IInterventionStore
{
    private readonly List<InterventionState> _interventions = [];

    public IReadOnlyList<InterventionState> All => _interventions;

    public InterventionState this[InterventionId id] => _interventions.Single(intervention => intervention.Id == id);

    public Task<Intervention?> FindAsync(InterventionId id, CustomerReach reach, CancellationToken ct) => Task.FromResult(
        _interventions.Find(intervention => intervention.Id == id && reach.Covers(intervention.CustomerId)) is { } state ? Intervention.FromState(state) : null);

    public Task AddAsync(Intervention intervention, CancellationToken ct)
    {
        _interventions.Add(intervention.ToState());
        return Task.CompletedTask;
    }

    public Task SaveAsync(Intervention intervention, CancellationToken ct)
    {
        var index = _interventions.FindIndex(kept => kept.Id == intervention.Id);
        if (_interventions[index].Version != intervention.LoadedVersion)
            throw InterventionErrors.ChangedMeanwhile();

        _interventions[index] = intervention.ToState();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Intervention>> OpenOfAsync(TicketId ticket, CancellationToken ct) => Task.FromResult<IReadOnlyList<Intervention>>(
        [.. _interventions.Where(intervention => intervention.TicketId == ticket && intervention.IsOpen).Select(Intervention.FromState)]);

    public Task<Page<Intervention>> ListAsync(
        InterventionFilter filter, CustomerReach reach, int limit, InterventionId? after, CancellationToken ct) =>
        Task.FromResult(new Page<Intervention>([.. _interventions.Select(Intervention.FromState)], HasMore: false));

    public Task<IReadOnlyList<TimeEntry>> WorkedElsewhereAsync(TimeEntry meanwhile, InterventionId except, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TimeEntry>>(
        [
            .. from intervention in _interventions
               where intervention.Id != except
               from entry in intervention.Ending?.TimeEntries ?? []
               where entry.Overlaps(meanwhile)
               orderby entry.From
               select entry,
        ]);

    public Task<IReadOnlyList<Slot>> BusyAsync(TechnicianId technician, Slot within, InterventionId? except, Instant now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Slot>>(
        [
            .. from intervention in _interventions
               where intervention.IsOpen && intervention.Id != except
               let appointment = intervention.Appointment
               where appointment is not null && appointment.Technicians.Contains(technician) && appointment.Slot.Overlaps(within)
               orderby appointment.Slot.From
               select appointment.Slot,
        ]);

    public Task<Instant?> AtWorkSinceAsync(TechnicianId technician, InterventionId except, Instant at, CancellationToken ct) => Task.FromResult(
        _interventions
            .Where(intervention => intervention.Id != except && intervention.Status == InterventionStatus.Started && intervention.BegunBy.Contains(technician))
            .Min(intervention => intervention.ArrivedAt));
}
