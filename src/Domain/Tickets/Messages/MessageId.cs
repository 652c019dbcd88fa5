using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Messages;

public readonly record struct MessageId(Guid Value)
{
    public const string Prefix = "msg_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static MessageId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
