using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.WorkReports;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>An invoice with all that it says; a draft as it would be issued now.</summary>
internal sealed record InvoiceResponse : IVersioned
{
    /// <summary>The most lines that are credited at once.</summary>
    public const int MaxLines = CreditInvoiceCommand.MaxLines;

    /// <summary>The most lines of an invoice.</summary>
    public const int MostLines = CreditInvoiceCommand.MaxLineNumber;

    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What is owed by it.</summary>
    public required InvoiceKind Kind { get; init; }

    /// <summary>What people call it: `FT` for invoices, `NC` for credit notes, `EC` for statements, the year and a count without gaps; null for a draft.</summary>
    [StringLength(20)]
    public string? Number { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InvoiceStatus Status { get; init; }

    /// <summary>Whose charges it bills.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>When it was drafted.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>In Rome; null for a draft.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>The last day on which it is paid in time; null where nothing is to be paid.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Whether it should have been paid.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Of what was issued, in hexadecimal digits; null for a draft.</summary>
    [StringLength(64)]
    public string? Sha256 { get; init; }

    public required IssuerResponse Issuer { get; init; }

    public required BilledCustomerResponse Customer { get; init; }

    /// <summary>Contracts first, then one work report after the other, each item with what is taken off after it.</summary>
    [MaxLength(MostLines)]
    public required IReadOnlyList<InvoiceLineResponse> Lines { get; init; }

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

    /// <summary>What is still to be paid.</summary>
    public required MoneyResponse Open { get; init; }

    /// <summary>What came in.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<PaymentResponse> Payments { get; init; }

    /// <summary>The lines that were taken back, by number.</summary>
    [MaxLength(MostLines)]
    [ItemRange(1, MostLines)]
    public required IReadOnlyList<int> CreditedLines { get; init; }

    /// <summary>The invoice that it takes back, or lines of it; null for what takes nothing back.</summary>
    [StringLength(30)]
    public string? CreditsInvoiceId { get; init; }

    /// <summary>Of a credit note by which billing gives fees back, the invoice that charged them; null for anything else.</summary>
    [StringLength(30)]
    public string? GivesBackInvoiceId { get; init; }

    /// <summary>What people call that.</summary>
    [StringLength(20)]
    public string? GivesBackInvoiceNumber { get; init; }

    /// <summary>Why it takes that back; null for what takes nothing back.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? CreditReason { get; init; }

    /// <summary>How it was handed to the exchange system, attempt by attempt.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<DeliveryAttemptResponse> Deliveries { get; init; }

    /// <summary>Whether it was rejected, and not sent again by the day that the attempt tells: credit it whole, and bill it again under another number.</summary>
    public required bool ResendOverdue { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    string IVersioned.Version => $"{Version}";

    string? IVersioned.Moment => Moment;

    internal string? Moment { get; init; }

    public static InvoiceResponse Of(SeenInvoice seen)
    {
        var (invoice, content, _, today) = seen;
        return new()
        {
            Moment = seen.Moment,
            Id = invoice.Id.ToString(),
            Kind = content.Kind,
            Number = content.Number?.ToString(),
            Status = invoice.Status,
            Month = invoice.Month,
            CreatedAt = invoice.CreatedAt,
            IssuedOn = content.IssuedOn,
            DueOn = invoice.DueOn,
            Overdue = invoice.IsOverdueOn(today),
            Sha256 = invoice.Issued?.Sha256,
            Issuer = IssuerResponse.Of(content.Issuer),
            Customer = BilledCustomerResponse.Of(content.Customer),
            Lines = [.. content.Lines.Select(InvoiceLineResponse.Of)],
            Vat = [.. content.Vat.Select(share => VatShareResponse.Of(share, content))],
            Net = MoneyResponse.Of(content.Net),
            Tax = MoneyResponse.Of(content.Tax),
            Total = MoneyResponse.Of(content.Total),
            Payable = MoneyResponse.Of(content.Payable),
            Credited = MoneyResponse.Of(invoice.Credited),
            Open = MoneyResponse.Of(invoice.Open),
            Payments = [.. invoice.Payments.Select(PaymentResponse.Of)],
            CreditedLines = invoice.CreditedLines,
            CreditsInvoiceId = content.Credits?.Id.ToString(),
            GivesBackInvoiceId = content.GivesBack?.Id.ToString(),
            GivesBackInvoiceNumber = content.GivesBack?.Number.ToString(),
            CreditReason = content.Credits?.Reason,
            Deliveries = [.. invoice.Deliveries.Select(DeliveryAttemptResponse.Of)],
            ResendOverdue = invoice.IsResendOverdueOn(today),
            Version = invoice.Version,
        };
    }
}

/// <summary>An attempt to hand an invoice to the exchange system.</summary>
internal sealed record DeliveryAttemptResponse
{
    /// <summary>From 1.</summary>
    [Range(1, int.MaxValue)]
    public required int Number { get; init; }

    /// <summary>Of the file.</summary>
    [StringLength(Domain.Invoices.Deliveries.Progressive.Length)]
    public required string Progressive { get; init; }

    /// <summary>How far it came.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>When it was handed over; null before.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When the answer came; null before.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Of a rejection; null for none.</summary>
    [StringLength(DeliveryAttempt.MaxCodeLength)]
    public string? Code { get; init; }

    /// <summary>Of a rejection; null for none.</summary>
    [StringLength(DeliveryAttempt.MaxMessageLength)]
    public string? Message { get; init; }

    /// <summary>
    /// The last day, in Rome, on which what was rejected may be sent again under the same number and date: five days after the answer. Nothing is
    /// refused after it. Null for what was not rejected.
    /// </summary>
    public LocalDate? ResendBy { get; init; }

    public static DeliveryAttemptResponse Of(DeliveryAttempt attempt) => new()
    {
        Number = attempt.Number,
        Progressive = attempt.Progressive.ToString(),
        State = attempt.State,
        SentAt = attempt.SentAt,
        AnsweredAt = attempt.AnsweredAt,
        Code = attempt.Code,
        Message = attempt.Message,
        ResendBy = attempt.ResendBy,
    };
}
