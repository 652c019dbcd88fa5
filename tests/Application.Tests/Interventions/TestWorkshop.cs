using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Interventions.Contests;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Technicians;

namespace MisterAssist.Application.Tests.Interventions;

/// <summary>The desk of a Monday at 11:00, with a technician who does what is planned.</summary>
internal sealed class TestWorkshop : IAsyncDisposable
{
    private readonly Technician _technician = TechnicianSamples.Technician();

    public TestWorkshop() => Desk.Application.Technicians.Have(_technician);

    public TestDesk Desk { get; } = new();

    public IReadOnlyList<InterventionState> All => Desk.Application.Interventions.All;

    public InterventionState this[InterventionId id] => Desk.Application.Interventions[id];

    /// <summary>Plans an intervention, for a time where one is told.</summary>
    public async Task<InterventionId> PlanAsync(TicketId ticket, string? startsAt = null)
    {
        var given = startsAt is null ? null : new GivenAppointment(InterventionSamples.Slot(startsAt), [_technician.Id], WishedByCustomer: false);
        return (await SendAsync(new CreateInterventionCommand(ticket, InterventionMode.OnSite, null, given))).Intervention.Id;
    }

    public Task StartAsync(InterventionId id) => SendAsync(new StartInterventionCommand(id, KnownVersion.Any, null));

    public Task NobodyThereAsync(InterventionId id) => SendAsync(new FindNobodyThereCommand(id, KnownVersion.Any, null, "We rang twice."));

    /// <summary>Somebody works from the start for half an hour.</summary>
    public async Task CompleteAsync(InterventionId id, InterventionOutcome outcome = InterventionOutcome.Solved)
    {
        await StartAsync(id);
        var from = this[id].ArrivedAt!.Value;
        var to = from + Moments.Hours("0:30");
        Desk.Application.Clock.Now = to;
        await SendAsync(new CompleteInterventionCommand(
            id, KnownVersion.Any, null, new(outcome, "A new cable.", [new(_technician.Id, from, to)])));
    }

    public Task ContestAsync(InterventionId id) => SendAsync(new ContestInterventionCommand(id, KnownVersion.Any, "It is silent again."));

    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request) => Desk.SendAsync(request);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
