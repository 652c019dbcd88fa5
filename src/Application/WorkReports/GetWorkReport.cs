using MediatR;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Gets a work report with all that it says; a draft as it would be issued now.</summary>
public sealed record GetWorkReportQuery(WorkReportId Id) : IRequest<SeenWorkReport>;

internal sealed class GetWorkReportHandler(WorkReportDesk desk) : IRequestHandler<GetWorkReportQuery, SeenWorkReport>
{
    public async Task<SeenWorkReport> Handle(GetWorkReportQuery request, CancellationToken cancellationToken) =>
        await desk.SeeAsync(await desk.GetAsync(request.Id, cancellationToken), cancellationToken);
}
