using MisterAssist.Api.Billing;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>What the documentation shows: the invoice of October.</summary>
internal static class InvoiceExamples
{
    private const string CreditNoteId = "inv_01kaj3h7x5v3t1r9p7n5m3k1je";
    private const string ReportId = "wrp_01kaj3h7x5v3t1r9p7n5m3k1jb";
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly YearMonth October = new(2026, 10);
    private static readonly LocalDate Today = new(2026, 11, 2);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 8, 1);

    private static DeliveryAttemptResponse Refused { get; } = new()
    {
        Number = 1,
        Progressive = "0003F",
        State = DeliveryState.Rejected,
        SentAt = Now,
        AnsweredAt = Now,
        Code = "00311",
        Message = "CodiceDestinatario non valido.",
        ResendBy = Today.PlusDays(DeliveryAttempt.DaysToResend),
    };

    private static InvoiceLineResponse Line { get; } = new()
    {
        Number = 1,
        Kind = ChargedKind.CallOut,
        Description = new() { It = "Uscita", En = "Call-out" },
        Quantity = 1,
        Unit = QuantityUnit.Piece,
        UnitPrice = Euro(2500),
        Amount = Euro(2500),
        VatPercent = 22,
        WorkReportId = ReportId,
        WorkReportNumber = "RL-2026-000123",
    };

    public static CreditInvoiceRequest CreditRequest { get; } = new() { Lines = [1], Reason = "La trasferta non era dovuta.", BillAgain = false };

    public static TakePaymentRequest PaymentRequest { get; } =
        new() { Amount = MoneyRequest.Of(new(3050)), PaidOn = Today, Reference = "CRO 12345678901" };

    public static ReasonRequest ReverseRequest { get; } = new() { Reason = "Il bonifico è stato respinto." };

    public static InvoiceResponse Issued { get; } = new()
    {
        Id = BillingExamples.InvoiceId,
        Kind = InvoiceKind.Invoice,
        Number = "FT-2026-000123",
        Status = InvoiceStatus.Issued,
        Month = October,
        CreatedAt = Now,
        IssuedOn = Today,
        DueOn = Today.PlusDays(30),
        Overdue = false,
        Sha256 = Sha256,
        Issuer = new() { Name = "Assistenza Esempio S.r.l.", Address = ["Via delle Officine 7", "20121 Milano (MI)"], VatNumber = "01234567897" },
        Customer = new()
        {
            Id = CustomerExamples.Id,
            Kind = PartyKind.Company,
            Name = CustomerExamples.Request.Name,
            BillingAddress = CustomerExamples.AddressAnswer,
            VatNumber = "01234567897",
            Taxation = new() { SplitPayment = false, Exemption = null },
        },
        Lines = [Line],
        Vat = [new() { Percent = 22, SplitPayment = false, Taxable = Euro(2500), Tax = Euro(550) }],
        Net = Euro(2500),
        Tax = Euro(550),
        Total = Euro(3050),
        Payable = Euro(3050),
        Credited = Euro(0),
        Open = Euro(3050),
        Payments = [],
        CreditedLines = [],
        Deliveries = [new() { Number = 1, Progressive = "0003F", State = DeliveryState.NotSent }],
        ResendOverdue = false,
        Version = 2,
    };

    public static InvoiceResponse Paid { get; } = Issued with
    {
        Status = InvoiceStatus.Paid,
        Open = Euro(0),
        Payments =
        [
            new()
            {
                Number = 1,
                Amount = Euro(3050),
                PaidOn = Today,
                Reference = "CRO 12345678901",
                RecordedBy = new() { Kind = ActorKind.Staff, Name = "Front office" },
                RecordedAt = Now,
            },
        ],
        Version = 3,
    };

    public static InvoiceResponse CreditNote { get; } = Issued with
    {
        Id = CreditNoteId,
        Kind = InvoiceKind.CreditNote,
        Number = "NC-2026-000007",
        DueOn = null,
        Open = Euro(0),
        CreditsInvoiceId = BillingExamples.InvoiceId,
        CreditReason = CreditRequest.Reason,
        Deliveries = [new() { Number = 1, Progressive = "0003G", State = DeliveryState.NotSent }],
    };

    public static InvoiceResponse Sent { get; } = Issued with
    {
        Deliveries = [new() { Number = 1, Progressive = "0003F", State = DeliveryState.Sent, SentAt = Now }],
        Version = 3,
    };

    public static InvoiceResponse Delivered { get; } = Issued with
    {
        Deliveries = [new() { Number = 1, Progressive = "0003F", State = DeliveryState.Delivered, SentAt = Now, AnsweredAt = Now }],
        Version = 4,
    };

    public static InvoiceResponse Rejected { get; } = Issued with
    {
        Deliveries = [Refused],
        Version = 4,
    };

    public static InvoiceResponse Prepared { get; } = Issued with
    {
        Deliveries = [Refused, new() { Number = 2, Progressive = "0003H", State = DeliveryState.NotSent }],
        Version = 5,
    };

    public static ProvenanceResponse Provenance { get; } = new()
    {
        Line = Line,
        WorkReportId = ReportId,
        WorkReportLine = 1,
        InterventionId = Interventions.InterventionExamples.InterventionId,
        TicketId = TicketExamples.TicketId,
    };

    public static InvoiceVerificationResponse Verification { get; } = new()
    {
        Id = Issued.Id,
        Number = Issued.Number!,
        Status = InvoiceStatus.Issued,
        IssuedOn = Today,
        Sha256 = Sha256,
        Unchanged = true,
        Text = """{"kind":"invoice","number":"FT-2026-000123"}""",
    };

    public static PageResponse<InvoiceSummaryResponse> Page { get; } = new()
    {
        Data =
        [
            new()
            {
                Id = BillingExamples.InvoiceId,
                Kind = InvoiceKind.Invoice,
                Number = "FT-2026-000123",
                Status = InvoiceStatus.Issued,
                CustomerId = CustomerExamples.Id,
                Month = October,
                CreatedAt = Now,
                IssuedOn = Today,
                DueOn = Today.PlusDays(30),
                Overdue = false,
                Net = Euro(2500),
                Total = Euro(3050),
                Open = Euro(3050),
                Delivery = DeliveryState.NotSent,
                ResendOverdue = false,
                Version = 2,
            },
        ],
        NextCursor = null,
    };

    private static MoneyResponse Euro(long cents) => MoneyResponse.Of(new(cents));
}
