using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Contracts;

public readonly record struct ContractId(Guid Value)
{
    public const string Prefix = "con_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ContractId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
