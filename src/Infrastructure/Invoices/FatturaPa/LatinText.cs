using System.Text;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Makes text fit for the format, which takes the first 256 characters of Unicode and no others.</summary>
/// <remarks>With a table of our own: what has no mark to be taken off, such as € or №, is spelled too.</remarks>
internal static class LatinText
{
    private const string Dots = "...";

    private const char Unknown = '?';

    /// <summary>The letters from U+0100 to U+017F without what is on, under or through them.</summary>
    private const string ExtendedA =
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private const char FirstOfExtendedA = '\u0100';

    /// <summary>Characters, each with how it is spelled.</summary>
    private const string Spellings =
        "ĲIJ ĳij ŒOE œoe ȘS șs ȚT țt ẞSS ƒf ‘' ’' ‚' ‛' ′' ʼ' “\" ”\" „\" ‟\" ″\" ‹< ›> ‐- ‑- ‒- –- —- ―- −- •- …... €EUR ™(TM) №N. ≤<= ≥>= ≈~ →-> ⁄/ ﬁfi ﬂfl";

    private static readonly Dictionary<char, string> Others = Spellings.Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

    /// <summary>Marks that are written after their letter, the letters that they go on, and what both are in one.</summary>
    private static readonly Dictionary<char, (string Letters, string Marked)> Marks = new()
    {
        ['\u0300'] = ("AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ['\u0301'] = ("AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
        ['\u0302'] = ("AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ['\u0303'] = ("ANOano", "ÃÑÕãñõ"),
        ['\u0308'] = ("AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"),
        ['\u030A'] = ("Aa", "Åå"),
        ['\u0327'] = ("Cc", "Çç"),
    };

    /// <summary>Cut to a length; never nothing.</summary>
    public static string Fit(string text, int length) => Something(text) is var fit && fit.Length <= length ? fit : fit[..length].TrimEnd();

    /// <summary>Cut to a length, dots included that show it; never nothing.</summary>
    public static string Shorten(string text, int length) =>
        Something(text) is var fit && fit.Length <= length ? fit : $"{fit[..(length - Dots.Length)].TrimEnd()}{Dots}";

    /// <summary>As long as it is.</summary>
    /// <remarks>What the format has no letters for is spelled out; what cannot be spelled becomes a question mark, white space one space.</remarks>
    public static string Of(string text)
    {
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                Separate(fit);
            else if (!rune.IsBmp)
                fit.Append(Unknown);
            else
                Append(fit, (char)rune.Value);
        }

        return fit.ToString().TrimEnd();
    }

    private static string Something(string text) => Of(text) is { Length: > 0 } fit ? fit : $"{Unknown}";

    private static void Separate(StringBuilder fit)
    {
        if (fit.Length > 0 && fit[^1] != ' ')
            fit.Append(' ');
    }

    private static void Append(StringBuilder fit, char character)
    {
        switch (character)
        {
            case < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF':
                break;
            case >= '\u0300' and <= '\u036F':
                Mark(fit, character);
                break;
            case < FirstOfExtendedA:
                fit.Append(character);
                break;
            case var _ when Others.TryGetValue(character, out var spelled):
                fit.Append(spelled);
                break;
            default:
                fit.Append(character - FirstOfExtendedA is var place && place < ExtendedA.Length ? ExtendedA[place] : Unknown);
                break;
        }
    }

    /// <summary>Puts a mark on the letter before it; one that the format does not have is left out.</summary>
    private static void Mark(StringBuilder fit, char mark)
    {
        if (fit.Length > 0 && Marks.TryGetValue(mark, out var pairs) && pairs.Letters.IndexOf(fit[^1], StringComparison.Ordinal) is var place and >= 0)
            fit[^1] = pairs.Marked[place];
    }
}
