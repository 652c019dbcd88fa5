namespace MisterAssist.Application.Documents;

/// <summary>Makes of a page a document for people. The same page makes the same document, byte for byte.</summary>
public interface IDocumentWriter
{
    /// <summary>One HTML file that needs no other, made to be printed on A4 too.</summary>
    string Html(DocumentPage page);

    /// <summary>A PDF on A4, with its fonts in it.</summary>
    /// <exception cref="Shared.SettingsException">The machine has no font to write it with.</exception>
    byte[] Pdf(DocumentPage page);
}
