using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Interventions.Guarantees;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.Customers.History;

/// <summary>What was done for a customer at one time, or was to be.</summary>
internal sealed record HistoryEntryResponse
{
    /// <summary>The most work reports on one intervention.</summary>
    public const int MaxReports = 1000;

    /// <summary>The intervention.</summary>
    [StringLength(30)]
    public required string InterventionId { get; init; }

    /// <summary>What it was done for.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>What people call the ticket.</summary>
    [StringLength(20)]
    public required string TicketNumber { get; init; }

    /// <summary>Of the ticket.</summary>
    [StringLength(Report.MaxSubjectLength)]
    public required string Subject { get; init; }

    /// <summary>Whether a technician came or connected.</summary>
    public required InterventionMode Mode { get; init; }

    /// <summary>Where; null where the ticket names no site.</summary>
    [StringLength(30)]
    public string? SiteId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InterventionStatus Status { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When a technician was there, or began from remote; null while nobody was.</summary>
    public Instant? ArrivedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What came of it; null while it has not ended, and where it was called off.</summary>
    public InterventionOutcome? Outcome { get; init; }

    /// <summary>What was done, or why it was called off; null while it has not ended.</summary>
    [StringLength(Ending.MaxWordsLength)]
    public string? WorkDone { get; init; }

    /// <summary>The guarantees that it triggered.</summary>
    [MaxLength(GuaranteeResponse.MaxGuarantees)]
    public required IReadOnlyList<GuaranteeKind> Guarantees { get; init; }

    /// <summary>The work reports on it, voided ones too, the oldest first; drafts for staff alone.</summary>
    [MaxLength(MaxReports)]
    public required IReadOnlyList<HistoryReportResponse> Reports { get; init; }

    public static HistoryEntryResponse Of(HistoryEntry entry) => new()
    {
        InterventionId = entry.Id.ToString(),
        TicketId = entry.TicketId.ToString(),
        TicketNumber = entry.TicketNumber.ToString(),
        Subject = entry.Subject,
        Mode = entry.Mode,
        SiteId = entry.SiteId?.ToString(),
        Status = entry.Status,
        CreatedAt = entry.CreatedAt,
        ArrivedAt = entry.ArrivedAt,
        EndedAt = entry.EndedAt,
        Outcome = entry.Outcome,
        WorkDone = entry.WorkDone,
        Guarantees = entry.Guarantees,
        Reports = [.. entry.Reports.Select(HistoryReportResponse.Of)],
    };
}

/// <summary>A work report in the history.</summary>
internal sealed record HistoryReportResponse
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it; null for a draft.</summary>
    [StringLength(20)]
    public string? Number { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required WorkReportStatus Status { get; init; }

    /// <summary>When it was issued; null for a draft.</summary>
    public Instant? IssuedAt { get; init; }

    /// <summary>What it charges, without VAT; null for a draft.</summary>
    public MoneyResponse? Net { get; init; }

    public static HistoryReportResponse Of(HistoryReport report) => new()
    {
        Id = report.Id.ToString(),
        Number = report.Number?.ToString(),
        Status = report.Status,
        IssuedAt = report.IssuedAt,
        Net = report.Net is { } net ? MoneyResponse.Of(net) : null,
    };
}
