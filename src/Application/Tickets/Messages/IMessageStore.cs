using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tickets.Messages;

/// <summary>Keeps what is written on tickets. Whose ticket it is, the caller of these makes sure of.</summary>
public interface IMessageStore
{
    Task AddAsync(Message message, CancellationToken ct);

    /// <summary>A message of a ticket, or null; also where it is internal and those are not wanted.</summary>
    Task<Message?> FindAsync(TicketId ticket, MessageId id, bool withInternal, CancellationToken ct);

    /// <summary>The messages of a ticket, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<Message>> ListAsync(TicketId ticket, bool withInternal, int limit, MessageId? after, CancellationToken ct);
}
