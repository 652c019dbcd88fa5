using System.Runtime.InteropServices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Customers.History;

/// <summary>Reads what was done for customers.</summary>
public interface IHistoryReader
{
    /// <summary>The interventions for a customer within reach with their work reports, the oldest first, after a place; null to begin with the first.</summary>
    Task<Page<HistoryEntry>> ListAsync(HistoryFilter filter, CustomerReach reach, int limit, HistoryPlace? after, CancellationToken ct);
}

/// <summary>Which interventions are meant.</summary>
/// <param name="Customer">Done for that customer.</param>
/// <param name="Site">At that site; null for any, or none.</param>
/// <param name="From">Inclusive; null for the beginning.</param>
/// <param name="To">Exclusive; null for no end.</param>
/// <param name="WithDrafts">Whether drafts of work reports are wanted.</param>
public sealed record HistoryFilter(CustomerId Customer, SiteId? Site, Instant? From, Instant? To, bool WithDrafts);

/// <summary>Where an entry stands in the order of time.</summary>
/// <param name="At">When somebody arrived; where nobody did, when the intervention was recorded.</param>
/// <param name="Id">Of the intervention.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HistoryPlace(Instant At, InterventionId Id);

/// <summary>What was done for a customer at one time, or was to be.</summary>
/// <param name="Id">Of the intervention.</param>
/// <param name="TicketId">What it was done for.</param>
/// <param name="TicketNumber">What people call the ticket.</param>
/// <param name="Subject">Of the ticket.</param>
/// <param name="Mode">On site or from remote.</param>
/// <param name="SiteId">Where; null where the ticket names no site.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="ArrivedAt">When a technician was there; null while nobody was.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
/// <param name="Outcome">What came of it; null while it has not ended, and where it was called off.</param>
/// <param name="WorkDone">What was done, or why it was called off; null where it has not ended.</param>
/// <param name="Guarantees">Those that it triggered.</param>
/// <param name="Reports">The work reports on it, voided ones too, the oldest first.</param>
public sealed record HistoryEntry(
    InterventionId Id, TicketId TicketId, TicketNumber TicketNumber, string Subject, InterventionMode Mode, SiteId? SiteId,
    InterventionStatus Status, Instant CreatedAt, Instant? ArrivedAt, Instant? EndedAt, InterventionOutcome? Outcome, string? WorkDone,
    IReadOnlyList<GuaranteeKind> Guarantees, IReadOnlyList<HistoryReport> Reports)
{
    public HistoryPlace Place => new(ArrivedAt ?? CreatedAt, Id);
}

/// <summary>A work report in the history.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Number">Null for a draft.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="IssuedAt">Null for a draft.</param>
/// <param name="Net">What it charges, without VAT; null for a draft.</param>
public sealed record HistoryReport(WorkReportId Id, ReportNumber? Number, WorkReportStatus Status, Instant? IssuedAt, Money? Net);
