using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Documents;

namespace MisterAssist.Infrastructure.WorkReports;

internal sealed class ReportDocuments(DocumentFonts fonts) : IReportDocuments
{
    public string Html(ReportDocument report, Language language) => ReportHtml.Of(ReportPageComposer.Compose(report, language));

    public byte[] Pdf(ReportDocument report, Language language) => ReportPdf.Of(ReportPageComposer.Compose(report, language), fonts);
}
