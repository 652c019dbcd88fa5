using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

public readonly record struct QuoteId(Guid Value)
{
    public const string Prefix = "quo_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static QuoteId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
