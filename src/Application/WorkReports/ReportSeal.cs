using MisterAssist.Application.Quotes;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Seals a work report, unless with it a ticket would cost more than the customer accepted.</summary>
internal sealed class ReportSeal(IWorkReportStore reports, IQuoteReader quotes, IReportSealer sealer)
{
    /// <exception cref="Domain.Shared.BusinessException">It would.</exception>
    public async Task<SealedReport> SealAsync(ReportContent content, CancellationToken ct)
    {
        if (await quotes.FindAcceptedAsync(content.Ticket.Id, ct) is { } quote)
        {
            var charged = await reports.ChargedOnAsync(content.Ticket.Id, ct) + content.Net;
            if (charged > quote.Total)
                throw WorkReportErrors.AboveAcceptedQuote(quote.Number.ToString(), quote.Total, charged);
        }

        return sealer.Seal(content);
    }
}
