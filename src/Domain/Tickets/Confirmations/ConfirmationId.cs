using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Confirmations;

public readonly record struct ConfirmationId(Guid Value)
{
    public const string Prefix = "cfm_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ConfirmationId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
