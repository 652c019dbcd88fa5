using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Issues a work report, with what the caller has read: it gets its number, and never changes from then on.</summary>
public sealed record IssueWorkReportCommand(WorkReportId Id, KnownVersion Known) : ICommand<SeenWorkReport>;

internal sealed class IssueWorkReportHandler(WorkReportDesk desk, ReportSeal seal, IWorkReportStore reports, IInterventionStore interventions)
    : IRequestHandler<IssueWorkReportCommand, SeenWorkReport>
{
    public async Task<SeenWorkReport> Handle(IssueWorkReportCommand request, CancellationToken cancellationToken)
    {
        var report = await desk.GetAsync(request.Id, cancellationToken);
        var on = desk.Now();
        var intervention = (await interventions.FindAsync(report.ToState().InterventionId, CustomerReach.All, cancellationToken))!;
        var (state, draft, fingerprint) = await desk.SeeAsync(report, cancellationToken);
        request.Known.Require(state.Version, fingerprint);
        report.RefuseUnlessReady(intervention.ToState(), on);

        var number = await reports.NextNumberAsync(on.At.InZone(Company.Zone).Year, cancellationToken);
        report.Issue(await seal.SealAsync(draft with { Number = number, IssuedAt = on.At }, cancellationToken), on);
        intervention.TakeReport(report.Id);

        await reports.SaveAsync(report, cancellationToken);
        await interventions.SaveAsync(intervention, cancellationToken);
        return await desk.SeeAsync(report, cancellationToken);
    }
}
