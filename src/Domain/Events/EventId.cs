using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Events;

public readonly record struct EventId(Guid Value)
{
    public const string Prefix = "evt_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static EventId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
