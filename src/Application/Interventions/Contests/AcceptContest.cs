using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Interventions.Contests;

/// <summary>Agrees that an intervention did not solve the problem: a free one follows, and the ticket, or that in which it goes on, is taken up again.</summary>
public sealed record AcceptContestCommand(InterventionId Id, KnownVersion Known) : ICommand<InterventionAt>;

internal sealed class AcceptContestHandler(Jobs jobs, TicketDesk desk, HandlingPlans plans, IInterventionStore interventions)
    : IRequestHandler<AcceptContestCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(AcceptContestCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);
        var ticket = await desk.LastAsync(job.Ticket, cancellationToken);
        job.Intervention.AcceptContest(ticket.ToState(), job.On.Deed);
        if (!ticket.ToState().Status.IsOpen())
        {
            var plan = await plans.InForceAsync(ticket.ToState().CustomerId, job.On.At, cancellationToken);
            ticket.Reopen(
                job.Intervention.ToState().Contest!.Reason, plan, await desk.OccasionAsync(ticket.ToState(), cancellationToken, plan));
        }

        var next = job.Intervention.FollowUp(ticket.ToState(), job.On.Deed);
        ticket.OweFollowUp(next.Id, await desk.OccasionAsync(ticket.ToState(), cancellationToken));

        await interventions.AddAsync(next, cancellationToken);
        return await jobs.SaveAsync(job with { Ticket = ticket }, cancellationToken);
    }
}
