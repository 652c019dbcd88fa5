using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class CoverageWindowTests
{
    [TestCase("09:00", "18:00", 540, 1080, "18:00", TestName = "A window within a day")]
    [TestCase("00:00", "24:00", 0, 1440, "24:00", TestName = "A window of a whole day")]
    [TestCase("18:00", "24:00", 1080, 1440, "24:00", TestName = "A window until the end of the day")]
    [TestCase("18:00", "00:00", 1080, 1440, "24:00", TestName = "A window until 00:00 ends with its own day")]
    [TestCase("22:00", "06:00", 1320, 1800, "06:00", TestName = "A window across midnight ends on the next day")]
    [TestCase("12:00", "11:59", 720, 2159, "11:59", TestName = "A window may be a minute short of a day")]
    [TestCase("23:59", "24:00", 1439, 1440, "24:00", TestName = "A window may be a minute long")]
    public void Create_CountsMinutesFromMidnightOfItsDay(string from, string to, int startMinute, int endMinute, string ends)
    {
        var window = CoverageWindow.Create(IsoDayOfWeek.Monday, Schedules.Time(from), Schedules.Time(to));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((window.StartMinute, window.EndMinute), Is.EqualTo((startMinute, endMinute)));
            Assert.That((window.From, window.To), Is.EqualTo((Schedules.Time(from), Schedules.Time(ends))));
        }
    }

    [TestCase("09:00", "09:00", TestName = "A window cannot end where it begins")]
    [TestCase("00:00", "00:00", TestName = "A whole day is not written 00:00-00:00")]
    [TestCase("24:00", "06:00", TestName = "A window cannot begin at 24:00")]
    [TestCase("24:00", "24:00", TestName = "A window cannot be at 24:00 alone")]
    public void Create_WhenWindowIsEmpty_IsRefused(string from, string to) =>
        Assert.That(
            () => CoverageWindow.Create(IsoDayOfWeek.Monday, Schedules.Time(from), Schedules.Time(to)), Refused.With("empty_window"));

    [Test]
    public void Windows_OfASchedule_AreInOrder()
    {
        var schedule = Schedules.Build("Europe/Rome", "sun 10:00-12:00; mon 14:00-18:00 09:00-13:00");

        var starts = schedule.Windows.Select(window => (window.Day, window.From.ToString()));

        Assert.That(starts, Is.EqualTo(new[]
        {
            (IsoDayOfWeek.Monday, "09:00"), (IsoDayOfWeek.Monday, "14:00"), (IsoDayOfWeek.Sunday, "10:00"),
        }));
    }
}
