using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

public readonly record struct ClosureId(Guid Value)
{
    public const string Prefix = "clo_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ClosureId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
