using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MisterAssist.Api.Events;

/// <summary>A type of event in an address.</summary>
internal readonly partial record struct EventTypeParameter(string Value) : IParsable<EventTypeParameter>
{
    public const int MaxLength = 60;

    public const string Pattern = @"^[a-z_]+\.[a-z_]+$";

    public static EventTypeParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var type) ? type : throw new FormatException($"'{s}' is no type of event");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EventTypeParameter result)
    {
        result = new(s ?? "");
        return s is { Length: <= MaxLength } && Dotted().IsMatch(s);
    }

    [GeneratedRegex(Pattern, RegexOptions.None, 1000)]
    private static partial Regex Dotted();
}
