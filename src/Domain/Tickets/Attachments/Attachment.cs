using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Attachments;

/// <summary>A file that was sent with a ticket. It is kept as it came.</summary>
/// <param name="Id">Its own; its content is kept under it.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="At">When it was there whole.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="FileName">Without a path.</param>
/// <param name="MediaType">As it was declared, such as <c>image/png</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal.</param>
/// <param name="IsInternal">Whether only staff may see it.</param>
public sealed record Attachment(
    AttachmentId Id, TicketId TicketId, Instant At, Actor Author, string FileName, string MediaType, long Size, string Sha256, bool IsInternal)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxFileNameLength = 200;
}
