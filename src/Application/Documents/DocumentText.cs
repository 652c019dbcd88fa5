using System.Globalization;
using System.Text;
using MisterAssist.Domain.Shared;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Documents;

/// <summary>Money, times and what people wrote, as they stand on paper in a language.</summary>
internal static class DocumentText
{
    private const int MinutesInAnHour = 60;
    private const int HashGroup = 8;

    private static readonly LocalDateTimePattern Italian = LocalDateTimePattern.CreateWithInvariantCulture("dd/MM/uuuu HH:mm");
    private static readonly LocalDateTimePattern English = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm");
    private static readonly LocalDatePattern ItalianDay = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");
    private static readonly LocalDatePattern EnglishDay = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    private static readonly LocalizedText[] Months =
    [
        new("gennaio", "January"), new("febbraio", "February"), new("marzo", "March"), new("aprile", "April"), new("maggio", "May"), new("giugno", "June"),
        new("luglio", "July"), new("agosto", "August"), new("settembre", "September"), new("ottobre", "October"), new("novembre", "November"),
        new("dicembre", "December"),
    ];

    /// <summary><c>1.234,50 €</c> or <c>€1,234.50</c>.</summary>
    public static string Money(Money amount, Language language)
    {
        var (sign, digits) = amount < Domain.Shared.Money.Zero ? ("-", amount.ToString()[1..]) : ("", amount.ToString());
        var english = Grouped(digits[..^3]) + digits[^3..];
        return language == Language.English
            ? $"{sign}€{english}"
            : $"{sign}{english.Replace(',', '_').Replace('.', ',').Replace('_', '.')} €";
    }

    /// <summary><c>20/11/2026 19:30</c> or <c>20 Nov 2026, 19:30</c>, in Rome.</summary>
    public static string Moment(Instant at, Language language) =>
        (language == Language.Italian ? Italian : English).Format(at.InZone(Company.Zone).LocalDateTime);

    /// <summary><c>20/11/2026</c> or <c>20 Nov 2026</c>.</summary>
    public static string Day(LocalDate day, Language language) => (language == Language.Italian ? ItalianDay : EnglishDay).Format(day);

    /// <summary><c>novembre 2026</c> or <c>November 2026</c>.</summary>
    public static string Month(YearMonth month, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Months[month.Month - 1].In(language)} {month.Year}");

    /// <summary>As <c>h:mm</c>.</summary>
    public static string Hours(long minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / MinutesInAnHour}:{minutes % MinutesInAnHour:00}");

    public static string Hash(string sha256) => string.Join(' ', sha256.Chunk(HashGroup).Select(group => new string(group)));

    /// <summary>What people wrote, without what is no text: controls become blanks (save ends of lines), halves of a character the sign for one.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !IsNoText(rune))
                clean.Append(rune);
            else
                clean.Append(' ');
        }

        return clean.ToString().Trim();
    }

    /// <summary>Controls, what turns the direction of the text around it, and code points that stand for nothing.</summary>
    private static bool IsNoText(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) or 0x2028 or 0x2029 or 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static string Grouped(string digits)
    {
        var first = digits.Length % 3;
        var groups = digits[first..].Chunk(3).Select(group => new string(group));
        return string.Join(',', first == 0 ? groups : groups.Prepend(digits[..first]));
    }
}
