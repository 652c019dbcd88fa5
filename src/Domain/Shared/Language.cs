namespace MisterAssist.Domain.Shared;

/// <summary>The languages in which the product speaks to people.</summary>
public enum Language
{
    Italian,
    English,
}

public static class LanguageTags
{
    /// <summary>As HTTP, HTML and PDF name it: <c>it</c>, <c>en</c>.</summary>
    public static string Tag(this Language language) => language == Language.Italian ? "it" : "en";
}
