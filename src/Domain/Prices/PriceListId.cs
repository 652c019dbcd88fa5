using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Prices;

public readonly record struct PriceListId(Guid Value)
{
    public const string Prefix = "prl_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static PriceListId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
