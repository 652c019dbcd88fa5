using System.Text.Json;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>How instants, dates and ids stand in the database.</summary>
internal static class DbText
{
    private static readonly InstantPattern Microseconds =
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'");

    /// <summary>UTC to the microsecond, at a fixed width, so that text sorts as time does. What is finer is cut off.</summary>
    public static string From(Instant instant) => Microseconds.Format(instant);

    public static string From(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string From(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static string? From(LocalDate? date) => date is { } given ? From(given) : null;

    public static string? From(Instant? instant) => instant is { } given ? From(given) : null;

    /// <summary>The code to look for. What can be none is null, which equals nothing: a server may not tell <c>SILVER</c> from <c>silver</c>, nor a blank at the end from none.</summary>
    public static string? From(PlanCode code) => PlanCode.IsOne(code.Value) ? code.Value : null;

    public static string From(Guid id) => CrockfordBase32.Encode(id);

    public static string? From(Guid? id) => id is { } given ? From(given) : null;

    /// <summary>snake_case.</summary>
    public static string From<T>(T value)
        where T : struct, Enum => EnumText<T>.Names[value];

    public static T ToEnum<T>(string text)
        where T : struct, Enum => EnumText<T>.Values[text];

    public static Instant ToInstant(string text) => Microseconds.Parse(text).Value;

    public static Instant? ToInstantOrNull(string? text) => text is null ? null : ToInstant(text);

    public static LocalDate ToDate(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDate? ToDateOrNull(string? text) => text is null ? null : ToDate(text);

    public static YearMonth ToMonth(string text) => YearMonthPattern.Iso.Parse(text).Value;

    public static Guid ToId(string text) =>
        CrockfordBase32.TryDecode(text, out var id) ? id : throw new FormatException($"'{text}' is not an id");

    public static Guid? ToIdOrNull(string? text) => text is null ? null : ToId(text);

    private static class EnumText<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
