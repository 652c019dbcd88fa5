using System.Globalization;
using System.Text;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Text as it stands beside what is shown, to be found whatever the case of its letters, with accents or without.</summary>
internal static class FoldedText
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>In capitals, without the marks on them; at the most twice as long as the text.</summary>
    public static string Of(string text)
    {
        // U+FFFE is no character, and nothing that has it can be normalized; neither can half of a pair, which is enumerated as a replacement.
        var whole = string.Concat(text.EnumerateRunes()).Replace(NoCharacter, (char)Rune.ReplacementChar.Value);
        var bare = whole.Normalize(NormalizationForm.FormD).EnumerateRunes()
            .Where(letter => Rune.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return OfCode(string.Concat(bare).Normalize(NormalizationForm.FormC));
    }

    /// <summary>In capitals: an accent makes another code.</summary>
    public static string OfCode(string code) => code.ToUpperInvariant();
}
