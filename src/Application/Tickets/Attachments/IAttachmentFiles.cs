using MisterAssist.Domain.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Keeps the content of attachments, outside the database.</summary>
public interface IAttachmentFiles
{
    /// <summary>Reads a stream to its end, and keeps on the disk what was in it.</summary>
    Task<StoredContent> WriteAsync(AttachmentId id, Stream content, CancellationToken ct);

    /// <summary>Takes away what was written for an attachment that came to nothing, be it there whole or not.</summary>
    void Discard(AttachmentId id);

    /// <summary>Takes away what broke off while it came, and was last written to before an instant.</summary>
    void DiscardBroken(Instant before);

    /// <summary>The content, from its beginning.</summary>
    Stream Open(AttachmentId id);
}

/// <summary>What was kept: how many bytes, and their SHA-256 in lower-case hexadecimal.</summary>
public sealed record StoredContent(long Size, string Sha256);
