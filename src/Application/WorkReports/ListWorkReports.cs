using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Lists work reports that the caller may see, the oldest first; drafts for staff alone.</summary>
public sealed record ListWorkReportsQuery(WorkReportFilter Filter, int Limit, WorkReportId? After) : IRequest<Page<WorkReportState>>;

internal sealed class ListWorkReportsHandler(IWorkReportStore reports, ICaller caller)
    : IRequestHandler<ListWorkReportsQuery, Page<WorkReportState>>
{
    public async Task<Page<WorkReportState>> Handle(ListWorkReportsQuery request, CancellationToken cancellationToken)
    {
        var filter = request.Filter with { WithDrafts = caller.Actor.Kind == ActorKind.Staff };
        var page = await reports.ListAsync(filter, caller.Reach, request.Limit, request.After, cancellationToken);
        return new([.. page.Items.Select(report => report.ToState())], page.HasMore);
    }
}
