using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

public readonly record struct TicketId(Guid Value)
{
    public const string Prefix = "tkt_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static TicketId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
