using System.Diagnostics.CodeAnalysis;
using MisterAssist.Api.Json;
using NodaTime;

namespace MisterAssist.Api.Shared;

/// <summary>A date in the query of an address.</summary>
internal readonly record struct DateParameter(LocalDate Value) : IParsable<DateParameter>
{
    public static DateParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var parameter) ? parameter : throw new FormatException(WireTime.NotADate);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateParameter result)
    {
        var date = default(LocalDate);
        var read = s is { Length: > 0 } && WireTime.TryParse(s, out date);
        result = new(date);
        return read;
    }
}
