using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets.Attachments;

internal sealed class AttachmentRow
{
    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required string AddedAt { get; init; }

    public required string AuthorKind { get; init; }

    public required string AuthorName { get; init; }

    public string? AuthorKey { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required bool IsInternal { get; init; }

    public static AttachmentRow From(Attachment attachment) => new()
    {
        Id = DbText.From(attachment.Id.Value),
        TicketId = DbText.From(attachment.TicketId.Value),
        AddedAt = DbText.From(attachment.At),
        AuthorKind = DbText.From(attachment.Author.Kind),
        AuthorName = attachment.Author.Name,
        AuthorKey = DbText.From(attachment.Author.KeyId),
        FileName = attachment.FileName,
        MediaType = attachment.MediaType,
        Size = attachment.Size,
        Sha256 = attachment.Sha256,
        IsInternal = attachment.IsInternal,
    };

    public Attachment ToAttachment() => new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(TicketId)),
        DbText.ToInstant(AddedAt),
        new(DbText.ToEnum<ActorKind>(AuthorKind), AuthorName, DbText.ToIdOrNull(AuthorKey)),
        FileName,
        MediaType,
        Size,
        Sha256,
        IsInternal);
}
