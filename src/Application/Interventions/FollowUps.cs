namespace MisterAssist.Application.Interventions;

/// <summary>The free interventions that are owed on a ticket; there may be several.</summary>
internal static class FollowUps
{
    /// <summary>Settles what is owed, where the intervention is the last that was: as long as another is to be done, the ticket comes first.</summary>
    public static async Task SettleAsync(this IInterventionStore interventions, Job job, CancellationToken ct)
    {
        var done = job.Intervention.ToState();
        if (done.Follows is null)
            return;

        var open = await interventions.OpenOfAsync(done.TicketId, ct);
        if (open.All(other => other.Id == done.Id || other.ToState().Follows is null))
            job.Ticket.SettleFollowUp(done.Id, job.On);
    }
}
