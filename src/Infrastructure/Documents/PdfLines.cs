using System.Text;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>Breaks text into lines of a width: between words, and within one that is wider than a line.</summary>
internal static class PdfLines
{
    private const string More = " ...";

    public static IReadOnlyList<string> Of(PdfFont font, double size, double width, string text) =>
        [.. text.Split('\n').SelectMany(paragraph => Broken(font, size, width, paragraph))];

    /// <summary>All of a text where it has room in one line, or as much of it, and that there is more.</summary>
    public static string FirstOf(PdfFont font, double size, double width, string text) =>
        Of(font, size, width, text).Count <= 1 ? text : Of(font, size, width - font.WidthOf(More, size), text)[0] + More;

    private static IEnumerable<string> Broken(PdfFont font, double size, double width, string paragraph)
    {
        var (line, used, blank) = (new StringBuilder(), 0.0, font.WidthOf(" ", size));
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (piece, wide, goesOn) in Pieces(font, size, width, word))
            {
                var space = goesOn || line.Length == 0 ? 0 : blank;
                if (line.Length > 0 && (goesOn || used + space + wide > width))
                {
                    yield return line.ToString();
                    (space, used) = (0, 0);
                    line.Clear();
                }

                line.Append(space > 0 ? " " : "").Append(piece);
                used += space + wide;
            }
        }

        yield return line.ToString();
    }

    /// <summary>A word as it fits: whole, or in pieces of a line each, all but the first of which go on where the one before broke off.</summary>
    private static IEnumerable<(string Text, double Width, bool GoesOn)> Pieces(PdfFont font, double size, double width, string word)
    {
        var (piece, used, goesOn) = (new StringBuilder(), 0.0, false);
        foreach (var rune in word.EnumerateRunes())
        {
            var wide = font.WidthOf(rune.ToString(), size);
            if (piece.Length > 0 && used + wide > width)
            {
                yield return (piece.ToString(), used, goesOn);
                (used, goesOn) = (0, true);
                piece.Clear();
            }

            piece.Append(rune);
            used += wide;
        }

        yield return (piece.ToString(), used, goesOn);
    }
}
