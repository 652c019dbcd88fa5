using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>An invoice in a list.</summary>
internal sealed record InvoiceSummaryResponse
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What is owed by it; null for a draft.</summary>
    public InvoiceKind? Kind { get; init; }

    /// <summary>What people call it; null for a draft.</summary>
    [StringLength(20)]
    public string? Number { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InvoiceStatus Status { get; init; }

    /// <summary>Who owes it.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>Whose charges it bills.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>When it was drafted.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Of a credit note by which billing gives fees back, the invoice that charged them; null for anything else.</summary>
    [StringLength(30)]
    public string? GivesBackInvoiceId { get; init; }

    /// <summary>In Rome; null for a draft.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>The last day on which it is paid in time; null where nothing is to be paid.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Whether it should have been paid.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Without VAT; null for a draft.</summary>
    public MoneyResponse? Net { get; init; }

    /// <summary>With VAT; null for a draft.</summary>
    public MoneyResponse? Total { get; init; }

    /// <summary>What is still to be paid; null for a draft.</summary>
    public MoneyResponse? Open { get; init; }

    /// <summary>How far its delivery came; null for drafts and for what does not go to the exchange system.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>The last day, in Rome, on which what was rejected may be sent again under its number and date; null where nothing waits to be sent again.</summary>
    public LocalDate? ResendBy { get; init; }

    /// <summary>Whether it was rejected, and that day went by: credit it whole, and bill it again under another number.</summary>
    public required bool ResendOverdue { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    public static InvoiceSummaryResponse Of(InvoiceSummary invoice, LocalDate today) => new()
    {
        Id = invoice.Id.ToString(),
        Kind = invoice.Issued?.Kind,
        Number = invoice.Issued?.Number.ToString(),
        Status = invoice.Status,
        CustomerId = invoice.CustomerId.ToString(),
        Month = invoice.Month,
        CreatedAt = invoice.CreatedAt,
        GivesBackInvoiceId = invoice.GivesBackId?.ToString(),
        IssuedOn = invoice.Issued?.IssuedOn,
        DueOn = invoice.Issued?.DueOn,
        Overdue = invoice.Status == InvoiceStatus.Issued && invoice.Issued?.DueOn < today,
        Net = MoneyOf(invoice.Issued?.Net),
        Total = MoneyOf(invoice.Issued?.Total),
        Open = MoneyOf(invoice.Issued?.Open),
        Delivery = invoice.Issued?.Delivery,
        ResendBy = invoice.Issued?.ResendBy,
        ResendOverdue = invoice.Issued?.ResendBy < today,
        Version = invoice.Version,
    };

    private static MoneyResponse? MoneyOf(Money? amount) => amount is { } given ? MoneyResponse.Of(given) : null;
}
