using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Tickets.Messages;
using MisterAssist.Domain.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Api.Tickets.Attachments;

/// <summary>What is known of a file that was sent with a ticket.</summary>
internal sealed record AttachmentResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>The ticket.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>When it was there whole.</summary>
    public required Instant AddedAt { get; init; }

    public required ActorResponse Author { get; init; }

    /// <summary>Without a path.</summary>
    [StringLength(Attachment.MaxFileNameLength)]
    public required string FileName { get; init; }

    /// <summary>As its sender declared it.</summary>
    [StringLength(100)]
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    [Range(typeof(long), "1", "1099511627776")]
    public required long Size { get; init; }

    /// <summary>Of the content, in lower-case hexadecimal.</summary>
    [StringLength(64, MinimumLength = 64)]
    public required string Sha256 { get; init; }

    /// <summary>Who may see it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>The only one: it never changes.</summary>
    string IVersioned.Version => "1";

    public static AttachmentResponse Of(Attachment attachment) => new()
    {
        Id = attachment.Id.ToString(),
        TicketId = attachment.TicketId.ToString(),
        AddedAt = attachment.At,
        Author = ActorResponse.Of(attachment.Author),
        FileName = attachment.FileName,
        MediaType = attachment.MediaType,
        Size = attachment.Size,
        Sha256 = attachment.Sha256,
        Visibility = attachment.IsInternal ? Visibility.Internal : Visibility.Public,
    };
}
