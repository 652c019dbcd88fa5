using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices;

internal sealed class InvoiceSummaryRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Month { get; init; }

    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public string? IssuedOn { get; init; }

    public string? DueOn { get; init; }

    public long Net { get; init; }

    public long Total { get; init; }

    public long Payable { get; init; }

    public long Credited { get; init; }

    public long Paid { get; init; }

    public string? Delivery { get; init; }

    public string? GivesBackId { get; init; }

    /// <summary>When the last attempt was that was refused.</summary>
    public string? RejectedAt { get; init; }

    public required int Version { get; init; }

    public InvoiceSummary ToSummary() => new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        DbText.ToMonth(Month),
        DbText.ToEnum<InvoiceStatus>(Status),
        DbText.ToInstant(CreatedAt),
        GivesBackId is null ? null : new(DbText.ToId(GivesBackId)),
        Number is null ? null : Issued(DbText.ToEnum<InvoiceKind>(Kind!)),
        Version);

    private IssuedSummary Issued(InvoiceKind kind) => new(
        kind,
        InvoiceNumber.Parse(Number!),
        DbText.ToDate(IssuedOn!),
        DbText.ToDateOrNull(DueOn),
        new(Net),
        new(Total),
        kind == InvoiceKind.Invoice ? new(Payable - Credited - Paid) : Money.Zero,
        Delivery is null ? null : DbText.ToEnum<DeliveryState>(Delivery),
        Delivery is "rejected" or "not_sent" && RejectedAt is not null ? DeliveryAttempt.LastDayAfter(DbText.ToInstant(RejectedAt)) : null);
}
