using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>Italy's national holidays (law 260 of 27 May 1949 and its amendments), as they stand since 2001.</summary>
/// <remarks>Local ones, such as a town's patron saint, are closures that recur every year.</remarks>
internal static class ItalianHolidays
{
    /// <summary>Law 336 of 20 November 2000 brought 2 June back: the list has this form from here on.</summary>
    public const int FirstYear = 2001;

    public static readonly IReadOnlyList<HolidayRule> Rules =
    [
        Fixed(1, 1, "Capodanno", "New Year's Day"),
        Fixed(1, 6, "Epifania", "Epiphany"),
        new(new LocalizedText("Pasqua", "Easter Sunday"), Easter, FirstYear),
        new(new LocalizedText("Lunedì dell'Angelo", "Easter Monday"), year => Easter(year).PlusDays(1), FirstYear),
        Fixed(4, 25, "Festa della Liberazione", "Liberation Day"),
        Fixed(5, 1, "Festa del Lavoro", "Labour Day"),
        Fixed(6, 2, "Festa della Repubblica", "Republic Day"),
        Fixed(8, 15, "Assunzione (Ferragosto)", "Assumption Day"),
        // Law 151 of 8 October 2025, in force for the first time in 2026.
        Fixed(10, 4, "San Francesco d'Assisi", "Saint Francis of Assisi", firstYear: 2026),
        Fixed(11, 1, "Ognissanti", "All Saints' Day"),
        Fixed(12, 8, "Immacolata Concezione", "Immaculate Conception"),
        Fixed(12, 25, "Natale", "Christmas Day"),
        Fixed(12, 26, "Santo Stefano", "Saint Stephen's Day"),
        // Decree-law 5 of 22 February 2011, for that year alone.
        Fixed(3, 17, "150º dell'Unità d'Italia", "150 Years of Italian Unity", firstYear: 2011, lastYear: 2011),
    ];

    /// <summary>Easter Sunday by the Gregorian computus, in Oudin's form.</summary>
    private static LocalDate Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var fullMoon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7;
        // The Sunday after the paschal full moon, in days from 28 March: -6 is 22 March, 28 is 25 April.
        var sunday = fullMoon - weekday;

        return new LocalDate(year, 3, 28).PlusDays(sunday);
    }

    private static HolidayRule Fixed(
        int month, int day, string it, string en, int firstYear = FirstYear, int lastYear = int.MaxValue) =>
        new(new LocalizedText(it, en), year => new LocalDate(year, month, day), firstYear, lastYear);
}
