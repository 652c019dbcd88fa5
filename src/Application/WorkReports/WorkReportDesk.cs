using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Finds work reports that the caller may see: drafts for staff alone.</summary>
internal sealed class WorkReportDesk(IWorkReportStore reports, ReportDrafts drafts, IReportSealer sealer, ChangeLog log)
{
    /// <summary>Who acts now: each asking is a moment of its own.</summary>
    public Deed Now() => new(log.Actor, log.Now);

    /// <exception cref="BusinessException">There is no such work report within reach.</exception>
    public async Task<WorkReport> GetAsync(WorkReportId id, CancellationToken ct) =>
        await reports.FindAsync(id, log.Reach, log.Actor.Kind == ActorKind.Staff, ct) ?? throw WorkReportErrors.NotFound();

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
        if (state.Issued is { } issued)
            return new(state, issued.Content, null);

        var draft = await drafts.WriteAsync(state, ct);
        return new(state, draft, sealer.Seal(draft).Sha256[..SeenWorkReport.FingerprintLength]);
    }
}

/// <summary>A work report with what it says.</summary>
/// <param name="Report">The report.</param>
/// <param name="Content">All that it says.</param>
/// <param name="Fingerprint">Of a draft, which says something else when its intervention does, without a version of its own; null for what was issued.</param>
public sealed record SeenWorkReport(WorkReportState Report, ReportContent Content, string? Fingerprint)
{
    public const int FingerprintLength = 16;
}
