using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Work reports, with a seal that is none. Filters are a matter of SQL.</summary>
internal sealed class WorkReportsInMemory : IWorkReportStore, IReportSealer, IPictures
{
    private readonly List<WorkReportState> _reports = [];
    private int _count;

    public IReadOnlyList<WorkReportState> All => _reports;

    /// <summary>The one on an intervention that stands.</summary>
    public WorkReportState StandingOn(InterventionId intervention) =>
        _reports.Single(report => report.InterventionId == intervention && report.Status != WorkReportStatus.Voided);

    public Task<WorkReport?> FindAsync(WorkReportId id, CustomerReach reach, bool withDrafts, CancellationToken ct) => Task.FromResult(
        _reports.Find(report => report.Id == id && reach.Covers(report.CustomerId) && (withDrafts || report.Status != WorkReportStatus.Draft)) is { } state
            ? WorkReport.FromState(state)
            : null);

    public Task<IReadOnlyDictionary<WorkReportId, ReportContent>> IssuedAsync(IReadOnlyCollection<WorkReportId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<WorkReportId, ReportContent>>(
            _reports.Where(report => ids.Contains(report.Id)).ToDictionary(report => report.Id, report => report.Issued!.Content));

    public Task<ReportNumber> NextNumberAsync(int year, CancellationToken ct) => Task.FromResult(new ReportNumber(year, ++_count));

    public Task AddAsync(WorkReport report, CancellationToken ct)
    {
        _reports.Add(report.ToState());
        return Task.CompletedTask;
    }

    public Task SaveAsync(WorkReport report, CancellationToken ct)
    {
        _reports[_reports.FindIndex(kept => kept.Id == report.Id)] = report.ToState();
        return Task.CompletedTask;
    }

    public Task<Page<WorkReport>> ListAsync(WorkReportFilter filter, CustomerReach reach, int limit, WorkReportId? after, CancellationToken ct) =>
        Task.FromResult(new Page<WorkReport>([.. _reports.Select(WorkReport.FromState)], HasMore: false));

    public Task<IReadOnlyList<TicketCharge>> ChargesOnAsync(TicketId ticket, CancellationToken ct) => Task.FromResult<IReadOnlyList<TicketCharge>>(
    [
        .. from report in _reports
           where report.TicketId == ticket && report.Status == WorkReportStatus.Issued
           select new TicketCharge(ticket, report.Issued!.At, report.Issued.Content.Net),
    ]);

    public SealedReport Seal(ReportContent content) => new(content, "{}", HashOf("{}"));

    public string HashOf(string text) => new('0', 64);

    public bool CanDraw(byte[] png) => true;
}
