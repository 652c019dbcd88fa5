using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Parts;

public readonly record struct PartId(Guid Value)
{
    public const string Prefix = "prt_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static PartId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
