using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices.Exports;

internal sealed class IssuedInvoiceRow
{
    public required string Id { get; init; }

    public required string Content { get; init; }

    public required string Status { get; init; }

    public string? DueOn { get; init; }

    public required long Credited { get; init; }

    public required long Paid { get; init; }

    public string? Delivery { get; init; }

    public IssuedInvoice ToIssued() => new(
        new(DbText.ToId(Id)),
        DomainJson.FromText<InvoiceContent>(Content),
        DbText.ToEnum<InvoiceStatus>(Status),
        DbText.ToDateOrNull(DueOn),
        new(Credited),
        new(Paid),
        Delivery is null ? null : DbText.ToEnum<DeliveryState>(Delivery));
}
