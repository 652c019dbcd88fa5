using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Technicians;

public readonly record struct TechnicianId(Guid Value)
{
    public const string Prefix = "tec_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static TechnicianId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
