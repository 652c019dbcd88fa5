using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Takes what a technician's app tells: late perhaps, and perhaps twice. What was heard before is heard again without doing anything.</summary>
internal sealed class ToldEvents(Jobs jobs, TicketSettings settings)
{
    public async Task<InterventionAt> TakeAsync(Told told, Func<Job, Instant, Task> deed, CancellationToken ct)
    {
        var job = await jobs.GetAsync(told.Id, ct);
        if (told.OccurredAt is { } given && job.Intervention.HasHeard(told.Move, given.ToMicrosecond()))
            return await jobs.SeeAsync(job, ct);

        var at = Occurrence.At(told.OccurredAt, job.Ticket.ToState().Origin.ReceivedAt, settings.LongestDelay, job.On.At);
        told.Known.Require(job.Intervention.ToState().Version);
        await deed(job, at);
        job.Intervention.RememberAhead(told.Move, told.OccurredAt?.ToMicrosecond());
        return await jobs.SaveAsync(job, ct);
    }
}

/// <summary>That an app tells an event.</summary>
/// <param name="Id">Of which intervention.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Move">What happened.</param>
/// <param name="OccurredAt">When; null for now.</param>
internal sealed record Told(InterventionId Id, KnownVersion Known, InterventionMove Move, Instant? OccurredAt);
