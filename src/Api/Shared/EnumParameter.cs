using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MisterAssist.Api.Shared;

/// <summary>An enumeration in an address, written as in bodies: in snake_case.</summary>
internal readonly record struct EnumParameter<T>(T Value) : IParsable<EnumParameter<T>>, IEnumParameter
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    public static IReadOnlyCollection<string> Names => Values.Keys;

    public static EnumParameter<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not one of {string.Join(", ", Names)}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumParameter<T> result)
    {
        var read = Values.TryGetValue(s ?? "", out var value);
        result = new(value);
        return read;
    }
}

/// <summary>A parameter that takes one of a few words.</summary>
internal interface IEnumParameter
{
    static abstract IReadOnlyCollection<string> Names { get; }
}
