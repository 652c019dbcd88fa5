using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Billing;

public readonly record struct BillingRunId(Guid Value)
{
    public const string Prefix = "run_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static BillingRunId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
