using System.Diagnostics.CodeAnalysis;
using MisterAssist.Api.Json;
using NodaTime;

namespace MisterAssist.Api.Shared;

/// <summary>A duration in the query of an address.</summary>
internal readonly record struct DurationParameter(Duration Value) : IParsable<DurationParameter>
{
    public const string Expected = "Not a duration of hours, minutes and seconds in ISO 8601, such as PT4H, PT1H30M or PT28800S.";

    public static DurationParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var parameter) ? parameter : throw new FormatException(Expected);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DurationParameter result)
    {
        var duration = Duration.Zero;
        var read = s is not null && IsoDuration.TryParse(s, out duration, out _);
        result = new(duration);
        return read;
    }
}
