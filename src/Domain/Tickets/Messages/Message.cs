using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Messages;

/// <summary>What somebody wrote on a ticket. It is kept as it was sent.</summary>
/// <param name="Id">Its own.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="At">When it came in.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Body">The text.</param>
/// <param name="IsInternal">Whether only staff may read it.</param>
/// <param name="IsAutomatic">Whether a machine wrote it: that answers nobody.</param>
public sealed record Message(
    MessageId Id, TicketId TicketId, Instant At, Actor Author, string Body, bool IsInternal, bool IsAutomatic)
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Whether a person of the company said something that the customer can see.</summary>
    public bool IsAnswer => Author.Kind == ActorKind.Staff && !IsInternal && !IsAutomatic;
}
