using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Customers;

public readonly record struct SiteId(Guid Value)
{
    public const string Prefix = "sit_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static SiteId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
