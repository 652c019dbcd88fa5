using MisterAssist.Domain.Shared;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Json;

/// <summary>Instants and dates as they are written on the wire.</summary>
internal static class WireTime
{
    public const int MaxInstantLength = 40;

    public const string NotAnInstant = "Not an instant in RFC 3339, such as 2026-11-20T18:30:00Z or 2026-11-20T19:30:00+01:00.";

    public const string NotADate = "Not a date that exists, such as 2026-12-25.";

    private const int YearLength = 4;

    public static string Format(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>The instant on the clocks of Rome.</summary>
    public static OffsetDateTime InRome(Instant instant) => instant.InZone(Company.Zone).ToOffsetDateTime();

    /// <inheritdoc cref="InRome(Instant)"/>
    public static OffsetDateTime? InRome(Instant? instant) => instant is { } given ? InRome(given) : null;

    public static bool TryParse(string text, out Instant instant)
    {
        instant = default;
        // Four digits of year, as RFC 3339 has them: at the outermost an offset could then leave what an instant can hold.
        if (text.Length > MaxInstantLength || text.Length < YearLength || !char.IsAsciiDigit(text[0]))
            return false;

        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (!parsed.Success || parsed.Value.Year is < 1 or > 9998)
            return false;

        instant = parsed.Value.ToInstant();
        return true;
    }

    public static bool TryParse(string text, out LocalDate date)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        date = parsed.GetValueOrDefault();
        return parsed.Success && char.IsAsciiDigit(text[0]);
    }

    private static LocalDate GetValueOrDefault(this ParseResult<LocalDate> parsed) =>
        parsed.TryGetValue(default, out var date) ? date : default;
}
