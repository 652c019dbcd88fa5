using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Application.Tickets.Confirmations;

/// <summary>Keeps what was confirmed, as it was sent. Whose ticket it is, the caller of these makes sure of.</summary>
public interface IConfirmationStore
{
    Task AddAsync(Confirmation confirmation, CancellationToken ct);

    /// <summary>A confirmation of a ticket, or null.</summary>
    Task<Confirmation?> FindAsync(TicketId ticket, ConfirmationId id, CancellationToken ct);

    /// <summary>The confirmations of a ticket, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<Confirmation>> ListAsync(TicketId ticket, int limit, ConfirmationId? after, CancellationToken ct);
}
