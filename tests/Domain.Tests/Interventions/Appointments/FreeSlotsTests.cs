using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions.Appointments;

// 23 November 2026 is a Monday.
public sealed class FreeSlotsTests
{
    private const string Morning = "2026-11-23 09:00";

    private readonly WorkingClock _office = new(Schedules.Build("Europe/Rome", "mon-fri 09:00-13:00 14:00-18:00"));

    [TestCase(Morning, "1:00", "", "Mon 09:00, Mon 10:00, Mon 11:00, Mon 12:00, Mon 14:00", TestName = "One follows on the other, not over the lunch break")]
    [TestCase("2026-11-23 08:00", "1:00", "", "Mon 09:00, Mon 10:00, Mon 11:00, Mon 12:00, Mon 14:00", TestName = "Before the opening the first is at the opening")]
    [TestCase("2026-11-23 09:01", "1:00", "", "Mon 09:15, Mon 10:15, Mon 11:15, Mon 14:00, Mon 15:00", TestName = "The first begins at the next quarter of an hour")]
    [TestCase(Morning, "0:50", "", "Mon 09:00, Mon 09:50, Mon 10:40, Mon 11:30, Mon 14:00", TestName = "What follows is not moved to a quarter")]
    [TestCase(Morning, "4:00", "", "Mon 09:00, Mon 14:00, Tue 09:00, Tue 14:00, Wed 09:00", TestName = "As long as a stretch fits in")]
    [TestCase(Morning, "4:01", "", "", TestName = "Longer than any stretch there is none")]
    [TestCase("2026-11-27 17:00", "1:00", "", "Fri 17:00, Mon 09:00, Mon 10:00, Mon 11:00, Mon 12:00", TestName = "After Friday comes Monday")]
    [TestCase(Morning, "1:00", "09:00-10:20", "Mon 10:30, Mon 11:30, Mon 14:00, Mon 15:00, Mon 16:00", TestName = "Where time gets free, it goes on at a quarter")]
    [TestCase(Morning, "1:00", "10:30-11:00", "Mon 09:00, Mon 11:00, Mon 12:00, Mon 14:00, Mon 15:00", TestName = "None lies over what is to be done")]
    [TestCase(Morning, "1:00", "10:00-11:00", "Mon 09:00, Mon 11:00, Mon 12:00, Mon 14:00, Mon 15:00", TestName = "What only touches is not in the way")]
    [TestCase(Morning, "1:00", "09:30-10:00 09:15-12:00", "Mon 12:00, Mon 14:00, Mon 15:00, Mon 16:00, Mon 17:00", TestName = "Of several in the way the last end counts")]
    [TestCase(Morning, "1:00", "08:00-18:00", "Tue 09:00, Tue 10:00, Tue 11:00, Tue 12:00, Tue 14:00", TestName = "A day that is full is passed over")]
    public void Find_GivesTheFirstFive(string from, string length, string busy, string slots)
    {
        var found = FreeSlots.Find(_office, Busy(busy), Moments.Hours(length), Moments.Rome(from), 5);

        Assert.That(string.Join(", ", found.Select(InWords)), Is.EqualTo(slots));
        Assert.That(found.Select(slot => slot.Length), Has.All.EqualTo(Moments.Hours(length)));
    }

    [Test]
    public void Find_DoesNotLieOverAClosure()
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "mon-fri 09:00-13:00", null, ClosureSamples.Part("2026-11-23", "2026-11-23", "10:00", "12:10")));

        var found = FreeSlots.Find(clock, [], Duration.FromMinutes(45), Moments.Rome(Morning), 3);

        Assert.That(found.Select(InWords), Is.EqualTo((string[])["Mon 09:00", "Mon 12:15", "Tue 09:00"]));
    }

    [Test]
    public void Find_InTheNightInWhichTheClocksGoBack_CountsRealTime()
    {
        var clock = new WorkingClock(Schedules.Build("Europe/Rome", "mon-sun 00:00-24:00"));

        var found = FreeSlots.Find(clock, [], Duration.FromHours(1), Moments.Rome("2026-10-25 01:50"), 4);

        Assert.That(found.Select(InWords), Is.EqualTo((string[])["Sun 02:00", "Sun 02:00", "Sun 03:00", "Sun 04:00"]));
    }

    [Test]
    public void Find_LooksSixtyDaysAhead()
    {
        var clock = new WorkingClock(Schedules.Build(
            "Europe/Rome", "mon-fri 09:00-13:00", null, ClosureSamples.Days("2026-11-23", "2027-01-21")));
        var from = Moments.Rome(Morning);

        Assert.That(FreeSlots.Find(clock, [], Duration.FromHours(1), from, 1), Is.Empty);
        Assert.That(FreeSlots.Find(clock, [], Duration.FromHours(1), from + Duration.FromDays(1), 1).Select(InWords), Is.EqualTo((string[])["Fri 09:00"]));
    }

    private static string InWords(Slot slot)
    {
        var words = Moments.OnTheWall(slot.From).Split(' ');
        return $"{words[0]} {words[2]}";
    }

    private static Slot[] Busy(string onMonday) =>
    [
        .. from part in onMonday.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let ends = part.Split('-').Select(time => Moments.Rome($"2026-11-23 {time}")).ToArray()
           select new Slot(ends[0], ends[1] - ends[0]),
    ];
}
