using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

public readonly record struct InterventionId(Guid Value)
{
    public const string Prefix = "int_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static InterventionId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
