using MisterAssist.Application.Sla.Holidays;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Application.Tests.Sla.Holidays;

public sealed class ListHolidaysTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = new();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_ReadPageByPage_MeetsEachOnceByDate()
    {
        var whole = await _application.SendAsync(new ListHolidaysQuery(2026, Limit: 100));

        var first = await _application.SendAsync(new ListHolidaysQuery(2026, Limit: 8));
        var rest = await _application.SendAsync(new ListHolidaysQuery(2026, Limit: 8, first.Items[^1].Date));

        Assert.That((whole.Items.Count, whole.HasMore, first.HasMore, rest.HasMore), Is.EqualTo((13, false, true, false)));
        Assert.That(first.Items.Concat(rest.Items), Is.EqualTo(whole.Items));
        Assert.That(whole.Items.Select(h => h.Date), Is.Ordered);
    }

    [Test]
    public async Task Handle_AfterTheLastHoliday_IsEmpty()
    {
        var page = await _application.SendAsync(new ListHolidaysQuery(2026, Limit: 8, Schedules.Date("2026-12-26")));

        Assert.That(page.Items, Is.Empty);
    }

    [Test]
    public void Handle_YearBeforeTheCalendarIsKnown_IsRefused()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new ListHolidaysQuery(2000, 100)));

        Assert.That(refusal!.Code, Is.EqualTo("holidays_unknown"));
    }
}
