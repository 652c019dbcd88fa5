using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Interventions.Guarantees;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Invoices;

/// <summary>Who owes an invoice.</summary>
internal sealed record BilledCustomerResponse
{
    /// <summary>The customer.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What they are to the law.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Of the company, or first and last name.</summary>
    [StringLength(CustomerDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>Where invoices are made out to.</summary>
    public required AddressResponse BillingAddress { get; init; }

    /// <summary>Null where there is none.</summary>
    [StringLength(Domain.Customers.VatNumber.MaxLength)]
    public string? VatNumber { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(Domain.Customers.TaxCode.Length)]
    public string? TaxCode { get; init; }

    /// <summary>How VAT is charged.</summary>
    public required TaxationResponse Taxation { get; init; }

    public static BilledCustomerResponse Of(BilledCustomer customer) => new()
    {
        Id = customer.Id.ToString(),
        Kind = customer.Kind,
        Name = customer.Name,
        BillingAddress = AddressResponse.Of(customer.BillingAddress),
        VatNumber = customer.VatNumber,
        TaxCode = customer.TaxCode,
        Taxation = TaxationResponse.Of(customer.Taxation),
    };
}

/// <summary>A line of an invoice: always something that a work report or a contract charges.</summary>
internal sealed record InvoiceLineResponse
{
    /// <summary>From 1.</summary>
    [Range(1, InvoiceResponse.MostLines)]
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    public required ChargedKind Kind { get; init; }

    public required LocalizedTextResponse Description { get; init; }

    /// <summary>In units.</summary>
    [Range(0, int.MaxValue)]
    public required long Quantity { get; init; }

    /// <summary>Of the quantity.</summary>
    public required QuantityUnit Unit { get; init; }

    /// <summary>Without VAT: of a piece, or of an hour where the unit is a minute.</summary>
    public required MoneyResponse UnitPrice { get; init; }

    /// <summary>Without VAT; negative for what is taken off.</summary>
    public required MoneyResponse Amount { get; init; }

    /// <summary>The rate at which it is taxed.</summary>
    [Range(0, 100)]
    public required int VatPercent { get; init; }

    /// <summary>The exchange system's code for why there is no VAT; null where there is.</summary>
    [StringLength(VatExemption.MaxNatureLength)]
    public string? Nature { get; init; }

    /// <summary>Of a discount, the line from which it takes off; null for anything else.</summary>
    [Range(1, InvoiceResponse.MostLines)]
    public int? OfLine { get; init; }

    /// <summary>Of a discount, why; null for anything else.</summary>
    public DiscountReason? Reason { get; init; }

    /// <summary>Of a discount, how much; null for anything else.</summary>
    [Range(1, 100)]
    public int? Percent { get; init; }

    /// <summary>The work report that charges it; null for a contract's fee.</summary>
    [StringLength(30)]
    public string? WorkReportId { get; init; }

    /// <summary>What people call that; null for a contract's fee.</summary>
    [StringLength(20)]
    public string? WorkReportNumber { get; init; }

    /// <summary>The contract that charges it; null for work.</summary>
    [StringLength(30)]
    public string? ContractId { get; init; }

    public static InvoiceLineResponse Of(InvoiceLine line) => new()
    {
        Number = line.Number,
        Kind = line.Charged.Kind,
        Description = LocalizedTextResponse.Of(line.Charged.Description),
        Quantity = line.Charged.Quantity,
        Unit = line.Charged.Unit,
        UnitPrice = MoneyResponse.Of(line.Charged.UnitPrice),
        Amount = MoneyResponse.Of(line.Charged.Amount),
        VatPercent = line.VatPercent,
        Nature = line.Nature,
        OfLine = line.Charged.Discount?.OfLine,
        Reason = line.Charged.Discount?.Reason,
        Percent = line.Charged.Discount?.Percent,
        WorkReportId = line.Origin.ReportId?.ToString(),
        WorkReportNumber = line.Origin.ReportNumber?.ToString(),
        ContractId = line.Origin.ContractId?.ToString(),
    };
}

/// <summary>The lines of one rate together.</summary>
internal sealed record VatShareResponse
{
    /// <summary>The rate.</summary>
    [Range(0, 100)]
    public required int Percent { get; init; }

    /// <summary>The exchange system's code for why there is no VAT; null where there is.</summary>
    [StringLength(VatExemption.MaxNatureLength)]
    public string? Nature { get; init; }

    /// <summary>The sum of the lines, without VAT.</summary>
    public required MoneyResponse Taxable { get; init; }

    /// <summary>On that sum, rounded to the cent, half away from zero.</summary>
    public required MoneyResponse Tax { get; init; }

    /// <summary>Whether the customer pays that VAT to the tax office itself.</summary>
    public required bool SplitPayment { get; init; }

    public static VatShareResponse Of(VatShare share, InvoiceContent content) => new()
    {
        SplitPayment = content.Customer.Taxation.SplitPayment,
        Percent = share.Percent,
        Nature = share.Nature,
        Taxable = MoneyResponse.Of(share.Taxable),
        Tax = MoneyResponse.Of(share.Tax),
    };
}

/// <summary>Where a line of an invoice comes from.</summary>
internal sealed record ProvenanceResponse
{
    public required InvoiceLineResponse Line { get; init; }

    /// <summary>The report on the work; null for a contract's fee.</summary>
    [StringLength(30)]
    public string? WorkReportId { get; init; }

    /// <summary>The number of the line there; null for a contract's fee.</summary>
    [Range(1, 1000)]
    public int? WorkReportLine { get; init; }

    /// <summary>What was done; null for a contract's fee.</summary>
    [StringLength(30)]
    public string? InterventionId { get; init; }

    /// <summary>What it was done for: its promises have their ledgers there. Null for a contract's fee.</summary>
    [StringLength(30)]
    public string? TicketId { get; init; }

    /// <summary>What takes it off, by how much what was missed; null where it is no discount of a guarantee.</summary>
    public GuaranteeResponse? Guarantee { get; init; }

    /// <summary>The promise on the ticket that was missed; null where the guarantee is about none.</summary>
    public PromiseKind? Promise { get; init; }

    /// <summary>Where that promise is explained segment by segment, as it stood at the arrival: a path of this API. Null where there is none.</summary>
    [StringLength(200)]
    public string? Ledger { get; init; }

    /// <summary>The contract; null for work.</summary>
    [StringLength(30)]
    public string? ContractId { get; init; }

    /// <summary>The first day that the fee pays for, or gives back, in Rome; null for work.</summary>
    public LocalDate? FeeFrom { get; init; }

    /// <summary>The last day, inclusive; null for work.</summary>
    public LocalDate? FeeUntil { get; init; }

    /// <summary>The fee of a whole year by which it is counted; null for work.</summary>
    public MoneyResponse? YearlyFee { get; init; }

    public static ProvenanceResponse Of(Provenance provenance)
    {
        var (line, report, guarantee) = provenance;
        var fee = line.Origin.Fee;
        var missed = guarantee is { Kind: GuaranteeKind.LateUrgent, Lateness: { } lateness } ? lateness : null;
        return new()
        {
            Line = InvoiceLineResponse.Of(line),
            WorkReportId = report?.Id.ToString(),
            WorkReportLine = line.Origin.ReportLine,
            InterventionId = report?.InterventionId.ToString(),
            TicketId = report?.TicketId.ToString(),
            Guarantee = guarantee is null ? null : GuaranteeResponse.Of(guarantee),
            Promise = missed is null ? null : PromiseKind.Presence,
            Ledger = missed is null
                ? null
                : $"/v1/tickets/{report!.TicketId}/promises/{SnakeCase.Of(PromiseKind.Presence)}/ledger?at={InstantPattern.ExtendedIso.Format(missed.ArrivedAt)}",
            ContractId = line.Origin.ContractId?.ToString(),
            FeeFrom = fee?.From,
            FeeUntil = fee?.To.PlusDays(-1),
            YearlyFee = fee is null ? null : MoneyResponse.Of(fee.Price.YearlyFee),
        };
    }
}
