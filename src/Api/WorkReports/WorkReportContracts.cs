using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.WorkReports;

/// <summary>That somebody of the customer's has seen a work report.</summary>
internal sealed record AcknowledgeWorkReportRequest
{
    /// <summary>Who, by name.</summary>
    [StringLength(TicketWords.MaxAssigneeLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>A drawn signature: a PNG in Base64, of up to 100,000 bytes and four million points, that can be drawn.</summary>
    [StringLength((Domain.WorkReports.Signature.MaxLength + 2) / 3 * 4, MinimumLength = 4)]
    public string? Signature { get; init; }

    public AcknowledgeWorkReportCommand ToCommand(WorkReportId id, KnownVersion known) => new(id, known, Name, Signature is null ? null : PngIn(Signature));

    /// <summary>What is no Base64 is no picture either.</summary>
    private static byte[] PngIn(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : [];
    }
}

/// <summary>What came of verifying a work report.</summary>
internal sealed record VerificationResponse
{
    /// <summary>The report.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [StringLength(20)]
    public required string Number { get; init; }

    /// <summary>Where it is in its life: a voided one is unchanged too, but does not count any more.</summary>
    public required WorkReportStatus Status { get; init; }

    /// <summary>When it was issued.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>That was stored when it was issued, in hexadecimal digits.</summary>
    [StringLength(64)]
    public required string Sha256 { get; init; }

    /// <summary>Whether what is kept still has that hash.</summary>
    public required bool Unchanged { get; init; }

    /// <summary>Whether that is the hash in the query; null where none was given.</summary>
    public bool? Matches { get; init; }

    /// <summary>What is hashed: all that the report says, as it was issued.</summary>
    [StringLength(10_000_000)]
    public required string Text { get; init; }

    public static VerificationResponse Of(VerifiedWorkReport verified) => new()
    {
        Id = verified.Report.Id.ToString(),
        Number = verified.Issued.Number.ToString(),
        Status = verified.Report.Status,
        IssuedAt = verified.Issued.At,
        Sha256 = verified.Issued.Sha256,
        Unchanged = verified.IsUnchanged,
        Matches = verified.Matches,
        Text = verified.Issued.Text,
    };
}

/// <summary>A work report in a list.</summary>
internal sealed record WorkReportSummaryResponse
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it; null for a draft.</summary>
    [StringLength(20)]
    public string? Number { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required WorkReportStatus Status { get; init; }

    /// <summary>What it reports on.</summary>
    [StringLength(30)]
    public required string InterventionId { get; init; }

    /// <summary>Of which ticket.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>Of which customer.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>When it was drafted.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was issued; null for a draft.</summary>
    public Instant? IssuedAt { get; init; }

    /// <summary>What it charges, without VAT; null for a draft.</summary>
    public MoneyResponse? Net { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    public static WorkReportSummaryResponse Of(WorkReportState report) => new()
    {
        Id = report.Id.ToString(),
        Number = report.Issued?.Number.ToString(),
        Status = report.Status,
        InterventionId = report.InterventionId.ToString(),
        TicketId = report.TicketId.ToString(),
        CustomerId = report.CustomerId.ToString(),
        CreatedAt = report.CreatedAt,
        IssuedAt = report.Issued?.At,
        Net = report.Issued is { } issued ? MoneyResponse.Of(issued.Content.Net) : null,
        Version = report.Version,
    };
}

/// <summary>A work report with all that it says; a draft as it would be issued now.</summary>
internal sealed record WorkReportResponse : IVersioned
{
    /// <summary>The most lines: items with a discount each.</summary>
    public const int MaxLines = 1000;

    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it: `RL`, the year and a count without gaps; null for a draft.</summary>
    [StringLength(20)]
    public string? Number { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required WorkReportStatus Status { get; init; }

    /// <summary>What it reports on.</summary>
    [StringLength(30)]
    public required string InterventionId { get; init; }

    /// <summary>When it was drafted.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was issued; null for a draft.</summary>
    public Instant? IssuedAt { get; init; }

    /// <summary>Of what was issued, in hexadecimal digits; null for a draft.</summary>
    [StringLength(64)]
    public string? Sha256 { get; init; }

    /// <summary>The voided report in whose place it is; null where there is none.</summary>
    [StringLength(30)]
    public string? ReplacesWorkReportId { get; init; }

    /// <summary>The report in the place of this voided one, for staff alone until it is issued; null where this is not voided.</summary>
    [StringLength(30)]
    public string? ReplacedByWorkReportId { get; init; }

    /// <summary>Why it does not count any more; null where it does.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? VoidReason { get; init; }

    /// <summary>When it was voided; null where it was not.</summary>
    public Instant? VoidedAt { get; init; }

    public required IssuerResponse Issuer { get; init; }

    public required ReportedCustomerResponse Customer { get; init; }

    public required ReportedTicketResponse Ticket { get; init; }

    public required ReportedWorkResponse Work { get; init; }

    /// <summary>The guarantees that apply, in words for the customer.</summary>
    [MaxLength(10)]
    public required IReadOnlyList<ReportedGuaranteeResponse> Guarantees { get; init; }

    /// <summary>Items at their full price, each with what is taken off after it.</summary>
    [MaxLength(MaxLines)]
    public required IReadOnlyList<ReportLineResponse> Lines { get; init; }

    /// <summary>The items at full price, without VAT.</summary>
    public required MoneyResponse Gross { get; init; }

    /// <summary>What is taken off, as a negative amount.</summary>
    public required MoneyResponse Discounts { get; init; }

    /// <summary>What is charged, without VAT: the sum of all lines.</summary>
    public required MoneyResponse Net { get; init; }

    /// <summary>That the customer has seen it; null where nobody said so.</summary>
    public AcknowledgementResponse? Acknowledgement { get; init; }

    /// <summary>1, and one more for each change.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    string IVersioned.Version => $"{Version}";

    string? IVersioned.Moment => Fingerprint;

    /// <summary>A draft changes with its intervention.</summary>
    internal string? Fingerprint { get; init; }

    public static WorkReportResponse Of(SeenWorkReport seen)
    {
        var (report, content, fingerprint) = seen;
        return new()
        {
            Fingerprint = fingerprint,
            Id = report.Id.ToString(),
            Number = content.Number?.ToString(),
            Status = report.Status,
            InterventionId = report.InterventionId.ToString(),
            CreatedAt = report.CreatedAt,
            IssuedAt = content.IssuedAt,
            Sha256 = report.Issued?.Sha256,
            ReplacesWorkReportId = report.Replaces?.ToString(),
            ReplacedByWorkReportId = report.Voided?.ReplacedBy.ToString(),
            VoidReason = report.Voided?.Reason,
            VoidedAt = report.Voided?.At,
            Issuer = IssuerResponse.Of(content.Issuer),
            Customer = ReportedCustomerResponse.Of(content.Customer),
            Ticket = ReportedTicketResponse.Of(content.Ticket),
            Work = ReportedWorkResponse.Of(content.Work),
            Guarantees = [.. content.Guarantees.Select(ReportedGuaranteeResponse.Of)],
            Lines = [.. content.Lines.Select(ReportLineResponse.Of)],
            Gross = MoneyResponse.Of(content.Gross),
            Discounts = MoneyResponse.Of(content.Discounts),
            Net = MoneyResponse.Of(content.Net),
            Acknowledgement = report.Acknowledgement is { } acknowledgement ? AcknowledgementResponse.Of(acknowledgement) : null,
            Version = report.Version,
        };
    }
}

/// <summary>That somebody of the customer's has seen a work report.</summary>
internal sealed record AcknowledgementResponse
{
    /// <summary>Who, by name.</summary>
    [StringLength(TicketWords.MaxAssigneeLength)]
    public required string Name { get; init; }

    public required ActorResponse Actor { get; init; }

    /// <summary>When.</summary>
    public required Instant AcknowledgedAt { get; init; }

    /// <summary>Whether a signature was drawn: the documents show it.</summary>
    public required bool Signed { get; init; }

    public static AcknowledgementResponse Of(Acknowledgement acknowledgement) => new()
    {
        Name = acknowledgement.Name,
        Actor = ActorResponse.Of(acknowledgement.By),
        AcknowledgedAt = acknowledgement.At,
        Signed = acknowledgement.Signature is not null,
    };
}
