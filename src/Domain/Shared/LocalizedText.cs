namespace MisterAssist.Domain.Shared;

/// <summary>A text shown to people, in the two languages of the product.</summary>
/// <param name="It">Italian.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string It, string En)
{
    /// <summary>The longest name or reason that may be given, in UTF-16 units, per language.</summary>
    public const int MaxLength = 200;

    public string In(Language language) => language == Language.Italian ? It : En;
}
