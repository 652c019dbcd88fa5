using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class ItalianHolidaysTests
{
    [Test]
    public void In_EachYearFrom2001To2050_HasExactlyThePublishedDates([Range(2001, 2050)] int year)
    {
        var published = ReferenceCases.ItalianHolidays
            .Select(h => Schedules.Date(h.Date)).Where(date => date.Year == year);

        var dates = HolidayCalendar.Italy.In(year).Select(h => h.Date);

        Assert.That(dates, Is.EqualTo(published));
    }
}
