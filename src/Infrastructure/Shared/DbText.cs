using MisterAssist.Domain.Shared;
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

    public static string From(Guid id) => CrockfordBase32.Encode(id);

    public static Instant ToInstant(string text) => Microseconds.Parse(text).Value;

    public static LocalDate ToDate(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Guid ToId(string text) =>
        CrockfordBase32.TryDecode(text, out var id) ? id : throw new FormatException($"'{text}' is not an id");
}
