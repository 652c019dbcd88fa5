using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class HolidayCalendarTests
{
    [TestCase("2026-01-01", "Capodanno", "New Year's Day", TestName = "New Year's Day is named")]
    [TestCase("2026-01-06", "Epifania", "Epiphany", TestName = "Epiphany is named")]
    [TestCase("2026-04-05", "Pasqua", "Easter Sunday", TestName = "Easter Sunday is named")]
    [TestCase("2026-04-06", "Lunedì dell'Angelo", "Easter Monday", TestName = "Easter Monday is named")]
    [TestCase("2026-04-25", "Festa della Liberazione", "Liberation Day", TestName = "Liberation Day is named")]
    [TestCase("2026-05-01", "Festa del Lavoro", "Labour Day", TestName = "Labour Day is named")]
    [TestCase("2026-06-02", "Festa della Repubblica", "Republic Day", TestName = "Republic Day is named")]
    [TestCase("2026-08-15", "Assunzione (Ferragosto)", "Assumption Day", TestName = "Assumption Day is named")]
    [TestCase("2026-10-04", "San Francesco d'Assisi", "Saint Francis of Assisi", TestName = "Saint Francis is named")]
    [TestCase("2026-11-01", "Ognissanti", "All Saints' Day", TestName = "All Saints' Day is named")]
    [TestCase("2026-12-08", "Immacolata Concezione", "Immaculate Conception", TestName = "The Immaculate Conception is named")]
    [TestCase("2026-12-25", "Natale", "Christmas Day", TestName = "Christmas Day is named")]
    [TestCase("2026-12-26", "Santo Stefano", "Saint Stephen's Day", TestName = "Saint Stephen's Day is named")]
    [TestCase("2011-03-17", "150º dell'Unità d'Italia", "150 Years of Italian Unity", TestName = "The day of unity is named")]
    [TestCase("2011-04-25", "Lunedì dell'Angelo e Festa della Liberazione", "Easter Monday and Liberation Day",
        TestName = "Two holidays on one date have both names, Easter Monday")]
    [TestCase("2038-04-25", "Pasqua e Festa della Liberazione", "Easter Sunday and Liberation Day",
        TestName = "Two holidays on one date have both names, Easter Sunday")]
    public void In_ForItaly_NamesEachHolidayOnce(string date, string it, string en)
    {
        var day = Schedules.Date(date);

        var names = HolidayCalendar.Italy.In(day.Year).Where(h => h.Date == day).Select(h => h.Name);

        Assert.That(names, Is.EqualTo(new[] { new LocalizedText(it, en) }));
    }

    [TestCase("2025-10-04", TestName = "Saint Francis is no holiday in 2025")]
    [TestCase("2010-03-17", TestName = "17 March is no holiday in 2010")]
    [TestCase("2012-03-17", TestName = "17 March is no holiday in 2012")]
    [TestCase("2026-06-29", TestName = "Rome's patron saints are no national holiday")]
    public void In_ForItaly_LeavesOutWhatIsNotANationalHolidayThatYear(string date)
    {
        var day = Schedules.Date(date);

        Assert.That(HolidayCalendar.Italy.In(day.Year).Select(h => h.Date), Has.No.Member(day));
    }

    [TestCase("2026-10-04", 2026, TestName = "Saint Francis is observed from 2026")]
    [TestCase("2040-10-04", 2026, TestName = "Saint Francis is observed from 2026, asked later")]
    [TestCase("2026-12-25", 2001, TestName = "Christmas is observed from the calendar's first year")]
    [TestCase("2011-03-17", 2011, TestName = "The day of unity is observed from its only year")]
    [TestCase("2011-04-25", 2001, TestName = "Two holidays on one date are observed from the first year of either")]
    public void HoldsFrom_IsTheFirstYearOfTheHoliday(string date, int holdsFrom)
    {
        var day = Schedules.Date(date);

        var holiday = HolidayCalendar.Italy.In(day.Year).Single(h => h.Date == day);

        Assert.That(holiday.HoldsFrom, Is.EqualTo(holdsFrom));
    }

    [Test]
    public void In_ForItaly_IsInOrderOfDate([Values(2001, 2011, 2026, 2038, 2199)] int year) =>
        Assert.That(HolidayCalendar.Italy.In(year).Select(h => h.Date), Is.Ordered.And.Unique);

    [TestCase(2000, TestName = "Italy's holidays of 2000 are not known")]
    [TestCase(1970, TestName = "Italy's holidays of 1970 are not known")]
    public void In_ForItalyBefore2001_IsRefused(int year) =>
        Assert.That(() => HolidayCalendar.Italy.In(year), Refused.With("holidays_unknown"));

    [Test]
    public void In_WithSingleDates_HasThemInTheirYear()
    {
        var calendar = HolidayCalendar.None.With([new LocalDate(2026, 11, 13), new LocalDate(2027, 3, 19), new LocalDate(2026, 7, 4)]);

        var dates = calendar.In(2026).Select(h => h.Date);

        Assert.That(dates, Is.EqualTo(new[] { new LocalDate(2026, 7, 4), new LocalDate(2026, 11, 13) }));
    }

    [Test]
    public void In_WithASingleDate_HasAPlainName()
    {
        var holiday = HolidayCalendar.None.With([new LocalDate(1999, 7, 4)]).In(1999).Single();

        Assert.That(holiday, Is.EqualTo(new Holiday(new LocalDate(1999, 7, 4), new LocalizedText("Festività", "Holiday"), 1999)));
    }

    [Test]
    public void In_WithASingleDateOnANationalHoliday_KeepsTheNationalName()
    {
        var calendar = HolidayCalendar.Italy.With([new LocalDate(2026, 12, 25)]);

        var holiday = calendar.In(2026).Single(h => h.Date == new LocalDate(2026, 12, 25));

        Assert.That(holiday.Name.En, Is.EqualTo("Christmas Day"));
    }

    [Test]
    public void With_AddsToTheDatesBefore()
    {
        var calendar = HolidayCalendar.Italy.With([new LocalDate(2026, 7, 4)]).With([new LocalDate(2026, 7, 5)]);

        Assert.That(calendar.In(2026), Has.Count.EqualTo(15));
    }

    [Test]
    public void None_HasNoHolidayInAnyYear([Values(1970, 2026, 2199)] int year) =>
        Assert.That(HolidayCalendar.None.In(year), Is.Empty);

    [TestCase("IT", true, TestName = "Italy is found by its code")]
    [TestCase("it", false, TestName = "Codes are in capitals")]
    [TestCase("FR", false, TestName = "Other countries are not known")]
    [TestCase("", false, TestName = "No code is no calendar")]
    public void Find_ByCode_KnowsItalyOnly(string code, bool isItaly) =>
        Assert.That(HolidayCalendar.Find(code), Is.EqualTo(isItaly ? HolidayCalendar.Italy : null));
}
