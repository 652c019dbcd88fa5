using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>When something is done to a ticket, and by whom.</summary>
/// <param name="Actor">Who acts: that alone decides what it starts and stops, never the channel.</param>
/// <param name="At">Now.</param>
/// <param name="ClockOf">The clocks by which promises are counted.</param>
public sealed record Occasion(Actor Actor, Instant At, ClockOf ClockOf)
{
    public Deed Deed => new(Actor, At);
}
