using MisterAssist.Application.Tickets;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Interventions;

/// <summary>What follows when an intervention has ended: a free one where it solved nothing, else the ticket's resolution; and a work report in any case.</summary>
internal sealed class Aftermath(IInterventionStore interventions, IWorkReportStore reports)
{
    public async Task FollowAsync(Job job, CancellationToken ct)
    {
        var (intervention, ticket, on) = (job.Intervention, job.Ticket, job.On);
        var state = intervention.ToState();
        if (state.NeedsFollowUp)
        {
            var next = intervention.FollowUp(ticket.ToState(), on.Deed);
            await interventions.AddAsync(next, ct);
            ticket.OweFollowUp(next.Id, on);
        }
        else
        {
            await interventions.SettleAsync(job, ct);
        }

        if (state.Ending!.Outcome == InterventionOutcome.Solved && await IsLastAsync(state, ct))
            ticket.Resolve(Cut(state.Ending.Words), on);
        await reports.AddAsync(WorkReport.Draft(state, null, on.Deed), ct);
    }

    private async Task<bool> IsLastAsync(InterventionState state, CancellationToken ct) =>
        (await interventions.OpenOfAsync(state.TicketId, ct)).All(other => other.Id == state.Id);

    /// <summary>As much as a ticket has room for, and no half of a character.</summary>
    private static string Cut(string words)
    {
        if (words.Length <= TicketWords.MaxLength)
            return words;
        return words[..(char.IsHighSurrogate(words[TicketWords.MaxLength - 1]) ? TicketWords.MaxLength - 1 : TicketWords.MaxLength)];
    }
}
