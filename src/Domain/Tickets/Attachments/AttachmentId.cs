using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Attachments;

public readonly record struct AttachmentId(Guid Value)
{
    public const string Prefix = "att_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static AttachmentId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
