using MediatR;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Proves that a work report is as it was issued: its text is hashed anew, and compared with the hash that was stored then.</summary>
/// <param name="Id">An issued report, or a voided one.</param>
/// <param name="Sha256">A hash to compare with, as somebody has it on paper; null for none.</param>
public sealed record VerifyWorkReportQuery(WorkReportId Id, string? Sha256) : IRequest<VerifiedWorkReport>;

/// <summary>What came of it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Issued">What was issued.</param>
/// <param name="IsUnchanged">Whether the text has the hash that was stored when it was issued.</param>
/// <param name="Matches">Whether that is the hash to compare with; null where none was given.</param>
public sealed record VerifiedWorkReport(WorkReportState Report, SealedReport Issued, bool IsUnchanged, bool? Matches);

internal sealed class VerifyWorkReportHandler(WorkReportDesk desk, IReportSealer sealer) : IRequestHandler<VerifyWorkReportQuery, VerifiedWorkReport>
{
    public async Task<VerifiedWorkReport> Handle(VerifyWorkReportQuery request, CancellationToken cancellationToken)
    {
        var report = (await desk.GetAsync(request.Id, cancellationToken)).ToState();
        var issued = report.Issued ?? throw WorkReportErrors.NotIssued(report.Status);
        bool? matches = request.Sha256 is { } given ? string.Equals(given, issued.Sha256, StringComparison.OrdinalIgnoreCase) : null;
        return new(report, issued, sealer.HashOf(issued.Text) == issued.Sha256, matches);
    }
}
