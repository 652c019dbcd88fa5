using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.ApiKeys;

public readonly record struct ApiKeyId(Guid Value)
{
    public const string Prefix = "key_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ApiKeyId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
