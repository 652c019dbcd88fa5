using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Keeps what is known of files sent with tickets. Whose ticket it is, the caller of these makes sure of.</summary>
public interface IAttachmentStore
{
    Task AddAsync(Attachment attachment, CancellationToken ct);

    /// <summary>An attachment of a ticket, or null; also where it is internal and those are not wanted.</summary>
    Task<Attachment?> FindAsync(TicketId ticket, AttachmentId id, bool withInternal, CancellationToken ct);

    /// <summary>The attachments of a ticket, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<Attachment>> ListAsync(TicketId ticket, bool withInternal, int limit, AttachmentId? after, CancellationToken ct);

    /// <summary>Whether there is such an attachment, of whatever ticket.</summary>
    Task<bool> ExistsAsync(AttachmentId id, CancellationToken ct);
}
