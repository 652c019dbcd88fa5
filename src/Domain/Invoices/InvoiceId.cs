using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

public readonly record struct InvoiceId(Guid Value)
{
    public const string Prefix = "inv_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static InvoiceId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
