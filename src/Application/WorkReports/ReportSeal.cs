using MisterAssist.Application.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Seals a work report, unless with it more would be charged on a ticket than the customer agreed to.</summary>
internal sealed class ReportSeal(IWorkReportStore reports, IQuoteReader quotes, IReportSealer sealer)
{
    /// <exception cref="Domain.Shared.BusinessException">It would.</exception>
    public async Task<SealedReport> SealAsync(ReportContent content, CancellationToken ct)
    {
        if (content.Net > Money.Zero && await quotes.OnAsync(content.Ticket.Id, ct) is { IsQuoted: true } quoted)
        {
            var charged = quoted.Charged(await reports.ChargesOnAsync(content.Ticket.Id, ct)) + content.Net;
            if (charged > quoted.Total)
                throw WorkReportErrors.AboveAcceptedQuote(string.Join(", ", quoted.Numbers), quoted.Total, charged);
        }

        return sealer.Seal(content);
    }
}
