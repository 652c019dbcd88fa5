using System.Globalization;
using System.Text;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Text as it stands beside what is shown, to be found whatever the case of its letters, with accents or without.</summary>
internal static class FoldedText
{
    /// <summary>In capitals, without the marks on them; at the most twice as long as the text.</summary>
    public static string Of(string text)
    {
        var bare = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD).EnumerateRunes()
            .Where(letter => Rune.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return OfCode(string.Concat(bare).Normalize(NormalizationForm.FormC));
    }

    /// <summary>In capitals: an accent makes another code.</summary>
    public static string OfCode(string code) => code.ToUpperInvariant();
}
