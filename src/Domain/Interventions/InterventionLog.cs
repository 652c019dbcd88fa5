using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>What happened to an intervention since it was loaded or created, in order.</summary>
internal sealed class InterventionLog
{
    private readonly List<RecordedEvent> _events = [];

    public IReadOnlyList<RecordedEvent> Events => _events;

    public void Write(InterventionState intervention, string type, Instant at, Actor actor, IReadOnlyList<Change> changes, string? note) =>
        _events.Add(new(
            EventId.New(at), type, at, actor, intervention.CustomerId, intervention.TicketId, null, null,
            [new("interventionId", null, intervention.Id.ToString()), .. changes], note, IsInternal: false));
}
