using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>What the company decides about tickets.</summary>
/// <param name="ReopenDays">How many days after it ended a ticket can be taken up again; later it becomes a new one.</param>
/// <param name="LongestDelay">How long after it came a report can be recorded.</param>
/// <param name="MaxAttachmentBytes">The largest file.</param>
/// <param name="AttachmentTypes">The media types that are taken.</param>
public sealed record TicketSettings(int ReopenDays, Duration LongestDelay, long MaxAttachmentBytes, IReadOnlyList<string> AttachmentTypes)
{
    public static TicketSettings Default { get; } = new(
        ReopenDays: 15,
        LongestDelay: Duration.FromDays(3),
        MaxAttachmentBytes: 10 * 1024 * 1024,
        AttachmentTypes:
        [
            "image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain", "text/csv", "message/rfc822",
            "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ]);
}
