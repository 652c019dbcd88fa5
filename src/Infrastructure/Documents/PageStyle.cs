using MisterAssist.Application.Documents;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>How a document looks as HTML, on a screen and on paper.</summary>
internal static class PageStyle
{
    public const string Sheet = """
        * { box-sizing: border-box; margin: 0; }
        html { background: #e9edf0; }
        body { font: 9.5pt/1.45 "DejaVu Sans", "Segoe UI", Arial, sans-serif; color: #20272e; max-width: 210mm; margin: 8mm auto; padding: 16mm;
          background: #fff; overflow-wrap: anywhere; }
        p, dd, td { white-space: pre-line; }
        header { border-bottom: 1.5pt solid #14536b; padding-bottom: 3mm; margin-bottom: 5mm; font-size: 8pt; color: #5f6b76; }
        .company { font-size: 16pt; font-weight: bold; color: #14536b; }
        h1 { font-size: 18pt; margin-bottom: 4mm; }
        h2 { font-size: 10.5pt; color: #14536b; margin: 6mm 0 2mm; break-after: avoid; }
        section p + p { margin-top: 1mm; }
        .banner { background: #fdecea; color: #b42318; padding: 4mm; margin-bottom: 5mm; }
        .banner strong { font-size: 26pt; line-height: 1.2; }
        .across { position: fixed; top: 50%; left: 50%; transform: translate(-50%, -50%) rotate(-45deg); font-size: 88pt; font-weight: bold;
          white-space: nowrap; color: #b42318; opacity: .15; pointer-events: none; }
        .parties { display: grid; grid-template-columns: 1fr 1fr; gap: 7mm; padding-bottom: 4mm; border-bottom: .5pt solid #d5dbe0; }
        .parties h2 { margin-top: 0; font-size: 8pt; }
        .parties p + p { margin-top: 0; }
        .parties h2 + p { font-weight: bold; }
        .facts { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 7mm; padding-top: 3mm; }
        .facts div, .signature dl div { display: grid; grid-template-columns: 28mm 1fr; }
        dt { color: #5f6b76; }
        table { width: 100%; border-collapse: collapse; font-size: 9pt; }
        thead { display: table-header-group; }
        th { background: #eef3f5; color: #14536b; font-size: 8pt; text-align: left; padding: 1.5mm 2mm; }
        td { padding: 1.5mm 2mm; vertical-align: top; border-top: .5pt solid #d5dbe0; }
        tr { break-inside: avoid; }
        .figures { text-align: right; white-space: nowrap; width: 1%; }
        .below { color: #5f6b76; break-before: avoid; }
        .below td { border-top: 0; padding-top: 0; }
        .below td:not(.figures) { padding-left: 6mm; }
        .group { break-after: avoid; font-weight: bold; }
        .group th { background: none; color: inherit; font-size: inherit; border-top: .5pt solid #d5dbe0; padding-top: 3mm; }
        .group td { padding-top: 3mm; }
        .totals { break-inside: avoid; padding-top: 3mm; border-top: .5pt solid #d5dbe0; }
        .totals dl { width: 80mm; margin-left: auto; padding-right: 2mm; }
        .totals div { display: flex; justify-content: space-between; padding: .7mm 0; }
        .totals div:last-child { border-top: 1pt solid #14536b; margin-top: 1mm; padding-top: 1.5mm; font-size: 13pt; font-weight: bold; color: #14536b; }
        .totals div:last-child dt { color: inherit; }
        .note { text-align: right; font-size: 8pt; color: #5f6b76; margin-top: 2mm; padding-right: 2mm; }
        .signature { break-inside: avoid; }
        .signature dd:empty { border-bottom: .7pt solid #5f6b76; width: 85mm; height: 9mm; }
        .signature img { display: block; max-width: 67mm; max-height: 23mm; margin: 2mm 0 0 28mm; }
        footer { margin-top: 8mm; padding-top: 2mm; border-top: .5pt solid #d5dbe0; font-size: 7pt; color: #5f6b76; }
        @media print {
          html { background: none; }
          body { margin: 0; padding: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          footer { display: none; }
        }
        """;

    /// <summary>The foot of each page on paper, where the browser knows which page it is.</summary>
    public static string Feet(PageFooter footer) => $$"""
        @page { size: A4; margin: 17mm 17mm 22mm;
          @bottom-left { content: {{string.Join(" '\\A' ", footer.Lines.Select(Quoted))}}; white-space: pre; font: 7pt "DejaVu Sans", Arial, sans-serif; color: #5f6b76; }
          @bottom-right { content: {{Quoted(footer.Page + " ")}} counter(page) {{Quoted($" {footer.Of} ")}} counter(pages); font: 7pt "DejaVu Sans", Arial, sans-serif; color: #5f6b76; } }
        """;

    /// <summary>Every character by its number: whatever it is, it ends neither the string nor the sheet.</summary>
    private static string Quoted(string text) => $"'{string.Concat(text.EnumerateRunes().Select(rune => $"\\{rune.Value:X6}"))}'";
}
