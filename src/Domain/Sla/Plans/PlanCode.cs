namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The short name of a plan in code and addresses: <c>bronze</c>, <c>silver</c>, <c>gold</c>, <c>standard</c>.</summary>
public readonly record struct PlanCode(string Value)
{
    public const int MaxLength = 30;

    /// <summary>The terms of whoever has no contract.</summary>
    public static PlanCode Standard { get; } = new("standard");

    /// <summary>Whether a text may be the code of a plan: ASCII letters in lower case, digits, <c>_</c> and <c>-</c>.</summary>
    public static bool IsOne(string text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    public override string ToString() => Value;
}
