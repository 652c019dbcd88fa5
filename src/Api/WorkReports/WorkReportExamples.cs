using MisterAssist.Api.Customers;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.WorkReports;

/// <summary>What the documentation shows: the report on the printer.</summary>
internal static class WorkReportExamples
{
    private const string Id = "wrp_01kaj3h7x5v3t1r9p7n5m3k1jb";
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Instant ArrivedAt = Instant.FromUtc(2026, 11, 20, 17, 0);

    private static readonly Instant CompletedAt = Instant.FromUtc(2026, 11, 20, 18, 0);

    private static readonly Instant IssuedAt = Instant.FromUtc(2026, 11, 20, 18, 40);

    public static ReasonRequest VoidRequest { get; } = new() { Reason = "Il cavo non è stato usato." };

    public static AcknowledgeWorkReportRequest AcknowledgeRequest { get; } = new() { Name = "Carla Bianchi" };

    public static WorkReportResponse Report { get; } = new()
    {
        Id = Id,
        Number = "RL-2026-000123",
        Status = WorkReportStatus.Issued,
        InterventionId = InterventionExamples.InterventionId,
        CreatedAt = CompletedAt,
        IssuedAt = IssuedAt,
        Sha256 = Sha256,
        Issuer = new() { Name = "Assistenza Esempio S.r.l.", Address = ["Via delle Officine 7", "20121 Milano (MI)"], VatNumber = "01234567897" },
        Customer = new()
        {
            Id = CustomerExamples.Id,
            Name = CustomerExamples.Request.Name,
            BillingAddress = CustomerExamples.AddressAnswer,
            VatNumber = "01234567897",
        },
        Ticket = new()
        {
            Id = TicketExamples.TicketId,
            Number = "2026-000123",
            Subject = TicketExamples.OpenRequest.Subject,
            ReceivedAt = TicketExamples.ReceivedAt,
            HandledAs = Urgency.Normal,
            Plan = "silver",
            PlanName = new() { It = "Silver", En = "Silver" },
        },
        Work = new()
        {
            Mode = InterventionMode.OnSite,
            ArrivedAt = ArrivedAt,
            ArrivedAtLocal = WireTime.InRome(ArrivedAt),
            CompletedAt = CompletedAt,
            Outcome = InterventionOutcome.Solved,
            Description = InterventionExamples.CompleteRequest.WorkDone,
            TimeEntries = [new() { Technician = "Bruno Esempio", From = ArrivedAt, To = CompletedAt }],
        },
        Guarantees = [],
        Lines =
        [
            Item(1, ReportLineKind.CallOut, "Uscita", "Call-out", 1, QuantityUnit.Piece, new(40_00), new(40_00)),
            Item(2, ReportLineKind.Discount, "Sconto 100%: compreso nel piano", "100% off: included in the plan", 1, QuantityUnit.Piece, new(-40_00), new(-40_00)) with
            {
                OfLine = 1,
                Reason = DiscountReason.IncludedInPlan,
                Percent = 100,
            },
            Item(3, ReportLineKind.Part, "Alimentatore (PSU-450)", "Power supply (PSU-450)", 1, QuantityUnit.Piece, new(45_00), new(45_00)),
        ],
        Gross = MoneyResponse.Of(new(85_00)),
        Discounts = MoneyResponse.Of(new(-40_00)),
        Net = MoneyResponse.Of(new(45_00)),
        Version = 2,
    };

    public static WorkReportResponse Voided { get; } = Report with
    {
        Status = WorkReportStatus.Voided,
        ReplacedByWorkReportId = "wrp_01kaj6d9v4f8s2n7x5b3q0m1yr",
        VoidReason = VoidRequest.Reason,
        VoidedAt = IssuedAt + Duration.FromHours(1),
        Version = 3,
    };

    public static WorkReportResponse Acknowledged { get; } = Report with
    {
        Acknowledgement = new()
        {
            Name = AcknowledgeRequest.Name,
            Actor = TicketExamples.Customer,
            AcknowledgedAt = IssuedAt + Duration.FromHours(1),
            Signed = false,
        },
        Version = 3,
    };

    public static VerificationResponse Verification { get; } = new()
    {
        Id = Id,
        Number = Report.Number!,
        Status = WorkReportStatus.Issued,
        IssuedAt = IssuedAt,
        Sha256 = Sha256,
        Unchanged = true,
        Text = """{"issuer":{"name":"MisterAssist"},"number":"RL-2026-000123"}""",
    };

    public static PageResponse<WorkReportSummaryResponse> Page { get; } = new()
    {
        Data =
        [
            new()
            {
                Id = Id,
                Number = Report.Number,
                Status = WorkReportStatus.Issued,
                InterventionId = InterventionExamples.InterventionId,
                TicketId = TicketExamples.TicketId,
                CustomerId = TicketExamples.CustomerId,
                CreatedAt = CompletedAt,
                IssuedAt = IssuedAt,
                Net = Report.Net,
                Version = 2,
            },
        ],
        NextCursor = null,
    };

    private static ReportLineResponse Item(
        int number, ReportLineKind kind, string italian, string english, long quantity, QuantityUnit unit, Money unitPrice, Money amount) => new()
        {
            Number = number,
            Kind = kind,
            Description = new() { It = italian, En = english },
            Quantity = quantity,
            Unit = unit,
            UnitPrice = MoneyResponse.Of(unitPrice),
            Amount = MoneyResponse.Of(amount),
            VatPercent = 22,
        };
}
