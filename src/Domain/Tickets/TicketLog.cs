using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>What happened to a ticket since it was loaded or received, in order.</summary>
internal sealed class TicketLog(TicketState ticket)
{
    private readonly List<RecordedEvent> _events = [];

    public IReadOnlyList<RecordedEvent> Events => _events;

    public void Write(Step step, IEnumerable<Change> changes) =>
        Write(step.Type, step.On.At, step.On.Actor, null, [.. step.Changes ?? [], .. changes], step.Note, step.IsInternal);

    public void Write(IEnumerable<PromiseFact> facts, Actor actor)
    {
        foreach (var fact in facts)
            Write(fact.Type, fact.At, actor, fact.Promise.Kind, fact.Changes, null, isInternal: false);
    }

    /// <remarks>What ran out before a report was put down is told as of then.</remarks>
    private void Write(string type, Instant at, Actor actor, PromiseKind? promise, IReadOnlyList<Change> changes, string? note, bool isInternal)
    {
        var told = Instant.Max(at, ticket.Origin.RecordedAt);
        _events.Add(new(EventId.New(told), type, told, actor, ticket.CustomerId, ticket.Id, null, promise, changes, note, isInternal));
    }
}

/// <summary>Something that is done to a ticket, as its timeline tells it.</summary>
/// <param name="Type">Of <see cref="TicketEvents"/>.</param>
/// <param name="On">Who did it, and when.</param>
/// <param name="Changes">What was different before, besides what the ticket itself tells.</param>
/// <param name="Note">Why; null where nobody was asked.</param>
/// <param name="IsInternal">Whether only staff may see it.</param>
internal sealed record Step(string Type, Occasion On, IReadOnlyList<Change>? Changes = null, string? Note = null, bool IsInternal = false);
