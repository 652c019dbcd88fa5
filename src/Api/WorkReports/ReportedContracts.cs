using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.WorkReports;

/// <summary>For whom the work was done, as it stood then.</summary>
internal sealed record ReportedCustomerResponse
{
    /// <summary>Whose it is.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>Of the company, or first and last name.</summary>
    [StringLength(CustomerDetails.MaxNameLength)]
    public required string Name { get; init; }

    public required AddressResponse BillingAddress { get; init; }

    /// <summary>Null where there is none.</summary>
    [StringLength(30)]
    public string? VatNumber { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(16)]
    public string? TaxCode { get; init; }

    /// <summary>Where the work was done, by name; null where the ticket names no site.</summary>
    [StringLength(200)]
    public string? SiteName { get; init; }

    /// <summary>Where that is; null where the ticket names no site.</summary>
    public AddressResponse? SiteAddress { get; init; }

    public static ReportedCustomerResponse Of(ReportedCustomer customer) => new()
    {
        Id = customer.Id.ToString(),
        Name = customer.Name,
        BillingAddress = AddressResponse.Of(customer.BillingAddress),
        VatNumber = customer.VatNumber,
        TaxCode = customer.TaxCode,
        SiteName = customer.Site?.Name,
        SiteAddress = customer.Site is { } site ? AddressResponse.Of(site.Address) : null,
    };
}

/// <summary>What was reported.</summary>
internal sealed record ReportedTicketResponse
{
    /// <summary>The ticket.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [StringLength(15)]
    public required string Number { get; init; }

    /// <summary>In a few words.</summary>
    [StringLength(Report.MaxSubjectLength)]
    public required string Subject { get; init; }

    /// <summary>When the customer told us.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The urgency that the plan took it for.</summary>
    public required Urgency HandledAs { get; init; }

    /// <summary>The plan under which it was handled.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    public required LocalizedTextResponse PlanName { get; init; }

    public static ReportedTicketResponse Of(ReportedTicket ticket) => new()
    {
        Id = ticket.Id.ToString(),
        Number = ticket.Number.ToString(),
        Subject = ticket.Subject,
        ReceivedAt = ticket.ReceivedAt,
        HandledAs = ticket.HandledAs,
        Plan = ticket.Plan.Value,
        PlanName = LocalizedTextResponse.Of(ticket.PlanName),
    };
}

/// <summary>What was done.</summary>
internal sealed record ReportedWorkResponse
{
    /// <summary>On site or from remote.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>For when it was agreed; null where it was not.</summary>
    public Instant? AppointedAt { get; init; }

    /// <summary>When a technician was there, or began from remote.</summary>
    public required Instant ArrivedAt { get; init; }

    /// <summary>The same in Rome.</summary>
    public required OffsetDateTime ArrivedAtLocal { get; init; }

    /// <summary>When it was over.</summary>
    public required Instant CompletedAt { get; init; }

    /// <summary>What came of it.</summary>
    public required InterventionOutcome Outcome { get; init; }

    /// <summary>What was done, in words.</summary>
    [StringLength(Ending.MaxWordsLength)]
    public required string Description { get; init; }

    /// <summary>Who worked, from when until when.</summary>
    [MaxLength(Ending.MaxTimeEntries)]
    public required IReadOnlyList<ReportedTimeResponse> TimeEntries { get; init; }

    public static ReportedWorkResponse Of(ReportedWork work) => new()
    {
        Mode = work.Mode,
        AppointedAt = work.AppointedAt,
        ArrivedAt = work.ArrivedAt,
        ArrivedAtLocal = WireTime.InRome(work.ArrivedAt),
        CompletedAt = work.CompletedAt,
        Outcome = work.Outcome,
        Description = work.Description,
        TimeEntries = [.. work.Entries.Select(ReportedTimeResponse.Of)],
    };
}

/// <summary>The time of a technician.</summary>
internal sealed record ReportedTimeResponse
{
    /// <summary>By name.</summary>
    [StringLength(100)]
    public required string Technician { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant To { get; init; }

    public static ReportedTimeResponse Of(ReportedTime time) => new() { Technician = time.Technician, From = time.From, To = time.To };
}

/// <summary>A line of a work report, as an invoice will show it.</summary>
internal sealed record ReportLineResponse
{
    /// <summary>From 1.</summary>
    [Range(1, WorkReportResponse.MaxLines)]
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    public required ReportLineKind Kind { get; init; }

    public required LocalizedTextResponse Description { get; init; }

    /// <summary>In units.</summary>
    [Range(0, int.MaxValue)]
    public required long Quantity { get; init; }

    /// <summary>Of the quantity.</summary>
    public required QuantityUnit Unit { get; init; }

    /// <summary>Without VAT: of a piece, or of an hour where the unit is a minute.</summary>
    public required MoneyResponse UnitPrice { get; init; }

    /// <summary>Without VAT; negative for discounts.</summary>
    public required MoneyResponse Amount { get; init; }

    /// <summary>The rate at which it is taxed on the invoice.</summary>
    [Range(0, 100)]
    public required int VatPercent { get; init; }

    /// <summary>Of a discount, the line from which it takes off; null for items.</summary>
    [Range(1, WorkReportResponse.MaxLines)]
    public int? OfLine { get; init; }

    /// <summary>Of a discount, why; null for items.</summary>
    public DiscountReason? Reason { get; init; }

    /// <summary>Of a discount, how much; null for items.</summary>
    [Range(1, 100)]
    public int? Percent { get; init; }

    public static ReportLineResponse Of(ReportLine line) => new()
    {
        Number = line.Number,
        Kind = line.Kind,
        Description = LocalizedTextResponse.Of(line.Description),
        Quantity = line.Quantity,
        Unit = line.Unit,
        UnitPrice = MoneyResponse.Of(line.UnitPrice),
        Amount = MoneyResponse.Of(line.Amount),
        VatPercent = line.VatPercent,
        OfLine = line.Discount?.OfLine,
        Reason = line.Discount?.Reason,
        Percent = line.Discount?.Percent,
    };
}

/// <summary>A guarantee, as a work report tells it.</summary>
internal sealed record ReportedGuaranteeResponse
{
    /// <summary>Which.</summary>
    public required GuaranteeKind Kind { get; init; }

    /// <summary>What was promised, what came of it and what it takes off, for the customer.</summary>
    public required LocalizedTextResponse Words { get; init; }

    public static ReportedGuaranteeResponse Of(ReportedGuarantee guarantee) =>
        new() { Kind = guarantee.Kind, Words = LocalizedTextResponse.Of(guarantee.Words) };
}

/// <summary>The company, as its documents show it.</summary>
internal sealed record IssuerResponse
{
    /// <summary>Its name.</summary>
    [StringLength(500)]
    public required string Name { get; init; }

    /// <summary>Its address, in lines.</summary>
    [MaxLength(20)]
    [ItemLength(500)]
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>Null where none is set.</summary>
    [StringLength(500)]
    public string? VatNumber { get; init; }

    /// <summary>Null where none is set.</summary>
    [StringLength(500)]
    public string? Email { get; init; }

    /// <summary>Null where none is set.</summary>
    [StringLength(500)]
    public string? Phone { get; init; }

    /// <summary>Null where none is set.</summary>
    [StringLength(500)]
    public string? Website { get; init; }

    public static IssuerResponse Of(Issuer issuer) => new()
    {
        Name = issuer.Name,
        Address = issuer.Address,
        VatNumber = issuer.VatNumber,
        Email = issuer.Email,
        Phone = issuer.Phone,
        Website = issuer.Website,
    };
}
