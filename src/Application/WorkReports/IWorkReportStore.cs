using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Loads and saves work reports; what happened to one goes into the event log with it. What was issued is written once.</summary>
public interface IWorkReportStore
{
    /// <summary>A work report of a customer within reach, or null; a draft only where those are wanted.</summary>
    Task<WorkReport?> FindAsync(WorkReportId id, CustomerReach reach, bool withDrafts, CancellationToken ct);

    /// <summary>What reports said when they were issued, of whatever customers; also of those that were voided since.</summary>
    Task<IReadOnlyDictionary<WorkReportId, ReportContent>> IssuedAsync(IReadOnlyCollection<WorkReportId> ids, CancellationToken ct);

    /// <summary>The number after the last one given in a year. It is taken when the transaction is: what fails leaves no gap.</summary>
    Task<ReportNumber> NextNumberAsync(int year, CancellationToken ct);

    Task AddAsync(WorkReport report, CancellationToken ct);

    /// <exception cref="BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(WorkReport report, CancellationToken ct);

    /// <summary>Work reports of customers within reach, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<WorkReport>> ListAsync(WorkReportFilter filter, CustomerReach reach, int limit, WorkReportId? after, CancellationToken ct);

    /// <summary>What the reports charge that were issued and stand, on a ticket and all that were merged with it.</summary>
    Task<IReadOnlyList<TicketCharge>> ChargesOnAsync(TicketId ticket, CancellationToken ct);
}

/// <summary>Which work reports are meant; null or empty for whatever there is.</summary>
/// <param name="CustomerId">Of that customer.</param>
/// <param name="TicketId">On that ticket.</param>
/// <param name="InterventionId">On that intervention.</param>
/// <param name="Statuses">In one of these states.</param>
/// <param name="Number">With that number.</param>
/// <param name="WithDrafts">Whether drafts are wanted at all.</param>
public sealed record WorkReportFilter(
    CustomerId? CustomerId, TicketId? TicketId, InterventionId? InterventionId, IReadOnlyCollection<WorkReportStatus> Statuses, string? Number,
    bool WithDrafts);
