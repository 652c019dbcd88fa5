using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using NodaTime;

namespace MisterAssist.Api.Invoices.Exports;

/// <summary>An invoice, a credit note or a statement in the books.</summary>
internal sealed record IssuedInvoiceResponse
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [StringLength(20)]
    public required string Number { get; init; }

    /// <summary>What is owed by it.</summary>
    public required InvoiceKind Kind { get; init; }

    /// <summary>In Rome.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>The last day on which it is paid in time; null where nothing is to be paid.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Whose charges it bills.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InvoiceStatus Status { get; init; }

    public required BilledCustomerResponse Customer { get; init; }

    /// <summary>By rate.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<VatShareResponse> Vat { get; init; }

    /// <summary>Without VAT: the sum of the lines.</summary>
    public required MoneyResponse Net { get; init; }

    /// <summary>All VAT.</summary>
    public required MoneyResponse Tax { get; init; }

    /// <summary>With VAT.</summary>
    public required MoneyResponse Total { get; init; }

    /// <summary>What is paid to us, or by us for a credit note: without the VAT that the customer pays to the tax office itself.</summary>
    public required MoneyResponse Payable { get; init; }

    /// <summary>What credit notes took off that.</summary>
    public required MoneyResponse Credited { get; init; }

    /// <summary>What came in.</summary>
    public required MoneyResponse Paid { get; init; }

    /// <summary>What is still to be paid.</summary>
    public required MoneyResponse Open { get; init; }

    /// <summary>How far its delivery came; null for what does not go to the exchange system.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>The number of the invoice that it takes back, or lines of it; null for what takes nothing back.</summary>
    [StringLength(20)]
    public string? CreditsNumber { get; init; }

    /// <summary>Of a credit note by which billing gives fees back, the number of the invoice that charged them; null for anything else.</summary>
    [StringLength(20)]
    public string? GivesBackNumber { get; init; }

    public static IssuedInvoiceResponse Of(IssuedInvoice invoice)
    {
        var content = invoice.Content;
        return new()
        {
            Id = invoice.Id.ToString(),
            Number = content.Number!.Value.ToString(),
            Kind = content.Kind,
            IssuedOn = content.IssuedOn!.Value,
            DueOn = invoice.DueOn,
            Month = content.Month,
            Status = invoice.Status,
            Customer = BilledCustomerResponse.Of(content.Customer),
            Vat = [.. content.Vat.Select(share => VatShareResponse.Of(share, content))],
            Net = MoneyResponse.Of(content.Net),
            Tax = MoneyResponse.Of(content.Tax),
            Total = MoneyResponse.Of(content.Total),
            Payable = MoneyResponse.Of(content.Payable),
            Credited = MoneyResponse.Of(invoice.Credited),
            Paid = MoneyResponse.Of(invoice.Paid),
            Open = MoneyResponse.Of(invoice.Open),
            Delivery = invoice.Delivery,
            CreditsNumber = content.Credits?.Number.ToString(),
            GivesBackNumber = content.GivesBack?.Number.ToString(),
        };
    }
}

/// <summary>A line in the books.</summary>
internal sealed record IssuedLineResponse
{
    /// <summary>The invoice, credit note or statement on which it stands.</summary>
    [StringLength(30)]
    public required string InvoiceId { get; init; }

    /// <summary>What people call that.</summary>
    [StringLength(20)]
    public required string InvoiceNumber { get; init; }

    /// <summary>What is owed by that: what stands on a credit note is given back.</summary>
    public required InvoiceKind InvoiceKind { get; init; }

    /// <summary>In Rome.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>Who owes it.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>By name.</summary>
    [StringLength(CustomerDetails.MaxNameLength)]
    public required string CustomerName { get; init; }

    /// <summary>The number of the invoice of which it takes something back; null where it takes nothing back.</summary>
    [StringLength(20)]
    public string? CreditsNumber { get; init; }

    /// <summary>Of a credit note by which billing gives fees back, the number of the invoice that charged them; null for anything else.</summary>
    [StringLength(20)]
    public string? GivesBackNumber { get; init; }

    public required InvoiceLineResponse Line { get; init; }

    public static IssuedLineResponse Of(IssuedLine issued)
    {
        var content = issued.Of.Content;
        return new()
        {
            InvoiceId = issued.Of.Id.ToString(),
            InvoiceNumber = content.Number!.Value.ToString(),
            InvoiceKind = content.Kind,
            IssuedOn = content.IssuedOn!.Value,
            CustomerId = content.Customer.Id.ToString(),
            CustomerName = content.Customer.Name,
            CreditsNumber = content.Credits?.Number.ToString(),
            GivesBackNumber = content.GivesBack?.Number.ToString(),
            Line = InvoiceLineResponse.Of(issued.Line),
        };
    }
}
