using System.Diagnostics.CodeAnalysis;
using MisterAssist.Api.Json;
using NodaTime;

namespace MisterAssist.Api.Shared;

/// <summary>An instant in the query of an address.</summary>
internal readonly record struct InstantParameter(Instant Value) : IParsable<InstantParameter>
{
    public static InstantParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var parameter) ? parameter : throw new FormatException(WireTime.NotAnInstant);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InstantParameter result)
    {
        var instant = Instant.MinValue;
        // A plus sign that was not escaped arrives as a space; no instant has one, so what is meant is certain.
        var read = s is not null && WireTime.TryParse(s.Replace(' ', '+'), out instant);
        result = new(instant);
        return read;
    }
}
