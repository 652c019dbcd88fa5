using MisterAssist.Application.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Seals a work report, unless with it more would be charged on a ticket, since the customer accepted a quote, than that.</summary>
internal sealed class ReportSeal(IWorkReportStore reports, IQuoteReader quotes, IReportSealer sealer)
{
    /// <exception cref="Domain.Shared.BusinessException">It would.</exception>
    public async Task<SealedReport> SealAsync(ReportContent content, CancellationToken ct)
    {
        if (await quotes.FindAcceptedAsync(content.Ticket.Id, ct) is { } quote)
        {
            var charged = await reports.ChargedUnderAsync(quote, ct) + content.Net;
            if (content.Net > Money.Zero && charged > quote.Total)
                throw WorkReportErrors.AboveAcceptedQuote(quote.Number.ToString(), quote.Total, charged);
        }

        return sealer.Seal(content);
    }
}
