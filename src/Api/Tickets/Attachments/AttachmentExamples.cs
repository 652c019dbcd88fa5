using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets.Messages;
using NodaTime;

namespace MisterAssist.Api.Tickets.Attachments;

/// <summary>What the documentation shows: a photograph of the printer's display.</summary>
internal static class AttachmentExamples
{
    public static AttachmentResponse Attachment { get; } = new()
    {
        Id = "att_01kaj3de0c2e4g6j8m0p2r4t6v",
        TicketId = TicketExamples.TicketId,
        AddedAt = TicketExamples.ReceivedAt + Duration.FromMinutes(3),
        Author = TicketExamples.Customer,
        FileName = "display.jpg",
        MediaType = "image/jpeg",
        Size = 184_320,
        Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Visibility = Visibility.Public,
    };

    public static PageResponse<AttachmentResponse> Page { get; } = new() { Data = [Attachment], NextCursor = null };
}
