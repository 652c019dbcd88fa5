using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.WorkReports;

/// <summary>Finds work reports that the caller may see: drafts for staff alone.</summary>
internal sealed class WorkReportDesk(IWorkReportStore reports, ReportDrafts drafts, ICaller caller, IClock clock)
{
    /// <summary>Who acts now.</summary>
    public Deed Deed => new(caller.Actor, clock.GetCurrentInstant());

    /// <exception cref="BusinessException">There is no such work report within reach.</exception>
    public async Task<WorkReport> GetAsync(WorkReportId id, CancellationToken ct) =>
        await reports.FindAsync(id, caller.Reach, caller.Actor.Kind == ActorKind.Staff, ct) ?? throw WorkReportErrors.NotFound();

    /// <exception cref="BusinessException">There is no such work report within reach.</exception>
    public async Task<WorkReport> GetAsync(WorkReportId id, KnownVersion known, CancellationToken ct)
    {
        var report = await GetAsync(id, ct);
        known.Require(report.ToState().Version);
        return report;
    }

    /// <summary>The report with what it says: as it was issued, or would be now.</summary>
    public async Task<SeenWorkReport> SeeAsync(WorkReport report, CancellationToken ct)
    {
        var state = report.ToState();
        return new(state, state.Issued?.Content ?? await drafts.WriteAsync(state, ct));
    }
}

/// <summary>A work report with what it says.</summary>
public sealed record SeenWorkReport(WorkReportState Report, ReportContent Content);
