using MisterAssist.Application.Documents;

namespace MisterAssist.Infrastructure.Documents;

internal sealed class DocumentWriter(DocumentFonts fonts) : IDocumentWriter
{
    public string Html(DocumentPage page) => PageHtml.Of(page);

    public byte[] Pdf(DocumentPage page) => PagePdf.Of(page, fonts);
}
