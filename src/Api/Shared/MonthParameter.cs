using System.Diagnostics.CodeAnalysis;
using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Shared;

/// <summary>A month in the query of an address, of the years in which the engine counts.</summary>
internal readonly record struct MonthParameter(YearMonth Value) : IParsable<MonthParameter>
{
    public const int Length = 7;

    public const string Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    public const string Expected = "Not a month of the years 1970 to 2199, such as 2026-11.";

    public static MonthParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var parameter) ? parameter : throw new FormatException(Expected);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MonthParameter result)
    {
        var month = default(YearMonth);
        var read = s is { Length: Length } && YearMonthPattern.Iso.Parse(s).TryGetValue(default, out month)
            && month.Year >= SupportedTime.Earliest.InUtc().Year && month.Year < SupportedTime.Latest.InUtc().Year;
        result = new(month);
        return read;
    }
}
