using MisterAssist.Api.Shared;
using NodaTime;

namespace MisterAssist.Api.Tickets.Messages;

/// <summary>What the documentation shows: somebody has a look at the printer.</summary>
internal static class MessageExamples
{
    public static WriteMessageRequest WriteRequest { get; } = new() { Body = "Ce ne occupiamo noi: la chiamiamo entro le 9." };

    public static MessageResponse Message { get; } = new()
    {
        Id = "msg_01kaj3d9x7v5t3r1p9n7m5k3ja",
        TicketId = TicketExamples.TicketId,
        WrittenAt = TicketExamples.ReceivedAt + Duration.FromMinutes(12),
        Author = TicketExamples.Staff,
        Body = WriteRequest.Body,
        Visibility = Visibility.Public,
        Automatic = false,
    };

    public static PageResponse<MessageResponse> Page { get; } = new() { Data = [Message], NextCursor = null };
}
