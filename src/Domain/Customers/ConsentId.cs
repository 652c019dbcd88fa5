using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Customers;

public readonly record struct ConsentId(Guid Value)
{
    public const string Prefix = "cst_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ConsentId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
