using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Interventions.Contests;

/// <summary>Agrees that an intervention did not solve the problem: a free one follows, and the ticket is taken up again.</summary>
public sealed record AcceptContestCommand(InterventionId Id, KnownVersion Known) : ICommand<InterventionAt>;

internal sealed class AcceptContestHandler(Jobs jobs, TicketDesk desk, HandlingPlans plans, IInterventionStore interventions)
    : IRequestHandler<AcceptContestCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(AcceptContestCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);
        job.Intervention.AcceptContest(job.On.Deed);
        var ticket = job.Ticket.ToState();
        if (!ticket.Status.IsOpen())
        {
            var plan = await plans.InForceAsync(ticket.CustomerId, job.On.At, cancellationToken);
            job.Ticket.Reopen(
                job.Intervention.ToState().Contest!.Reason, plan, await desk.OccasionAsync(ticket, cancellationToken, plan));
        }

        var next = job.Intervention.FollowUp(job.Ticket.ToState(), job.On.Deed);
        job.Ticket.OweFollowUp(next.Id, await desk.OccasionAsync(job.Ticket.ToState(), cancellationToken));

        await interventions.AddAsync(next, cancellationToken);
        return await jobs.SaveAsync(job, cancellationToken);
    }
}
