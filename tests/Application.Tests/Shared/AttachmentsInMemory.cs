using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class AttachmentsInMemory : IAttachmentStore
{
    private readonly List<Attachment> _attachments = [];

    public IReadOnlyList<Attachment> All => _attachments;

    public Task AddAsync(Attachment attachment, CancellationToken ct)
    {
        _attachments.Add(attachment);
        return Task.CompletedTask;
    }

    public Task<Attachment?> FindAsync(TicketId ticket, AttachmentId id, bool withInternal, CancellationToken ct) =>
        Task.FromResult(Of(ticket, withInternal).SingleOrDefault(attachment => attachment.Id == id));

    public Task<Page<Attachment>> ListAsync(TicketId ticket, bool withInternal, int limit, AttachmentId? after, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore(
            [.. Of(ticket, withInternal).Where(file => after is null || string.CompareOrdinal(file.Id.ToString(), after.ToString()) > 0)],
            limit));

    public Task<bool> ExistsAsync(AttachmentId id, CancellationToken ct) => Task.FromResult(_attachments.Any(attachment => attachment.Id == id));

    private IEnumerable<Attachment> Of(TicketId ticket, bool withInternal) =>
        _attachments.Where(attachment => attachment.TicketId == ticket && (withInternal || !attachment.IsInternal));
}
