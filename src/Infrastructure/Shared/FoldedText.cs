namespace MisterAssist.Infrastructure.Shared;

/// <summary>Text as it stands beside what is shown, to be found whatever the case of its letters, accented ones too.</summary>
internal static class FoldedText
{
    public static string Of(string text) => text.ToUpperInvariant();

    /// <summary>What folded text is LIKE, with <c>ESCAPE '!'</c>, that has these words in it. They are text, never a pattern.</summary>
    public static string With(string words)
    {
        var literal = Of(words).Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
