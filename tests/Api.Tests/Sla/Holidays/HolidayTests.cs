using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Sla.Holidays;

public sealed class HolidayTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Holidays_OfEachYearFrom2001To2050_AreThePublishedOnesInBothLanguages([Range(2001, 2050)] int year)
    {
        var published = ReferenceCases.ItalianHolidays.Select(h => h.Date).Where(date => date.StartsWith($"{year}-", StringComparison.Ordinal));

        var page = await _app.Api.ReadAsync($"/v1/holidays?year={year}");

        var holidays = page["data"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(holidays.Select(h => (string)h!["date"]!), Is.EqualTo(published));
            Assert.That(holidays.Select(h => (string?)h!["name"]!["it"]), Has.None.Null.And.None.Empty);
            Assert.That(holidays.Select(h => (string?)h!["name"]!["en"]), Has.None.Null.And.None.Empty);
            Assert.That((string?)page["nextCursor"], Is.Null);
        }
    }

    [TestCase("2026-10-04", "San Francesco", "Francis", 2026)]
    [TestCase("2011-03-17", "Unità", "Unity", 2011)]
    [TestCase("2026-12-26", "Santo Stefano", "Stephen", 2001)]
    public async Task Holiday_ByItsDate_HasItsNamesAndFirstYear(string date, string italian, string english, int holdsFrom)
    {
        var page = await _app.Api.ReadAsync($"/v1/holidays?year={date[..4]}");

        var holiday = page["data"]!.AsArray().Single(h => (string?)h!["date"] == date)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)holiday["name"]!["it"], Does.Contain(italian));
            Assert.That((string?)holiday["name"]!["en"], Does.Contain(english));
            Assert.That((int?)holiday["holdsFrom"], Is.EqualTo(holdsFrom));
        }
    }

    [TestCase("2038-04-25", "Pasqua", "Liberazione")]
    public async Task Holiday_WhereTwoMeet_HasBothNames(string date, string one, string other)
    {
        var page = await _app.Api.ReadAsync($"/v1/holidays?year={date[..4]}");

        var holiday = page["data"]!.AsArray().Single(h => (string?)h!["date"] == date)!;
        Assert.That((string?)holiday["name"]!["it"], Does.Contain(one).And.Contain(other));
    }
}
