using MisterAssist.Domain.Sla;

namespace MisterAssist.Domain.Tests.Sla;

public sealed class WallTimeTests
{
    [TestCase("00:00", 0, TestName = "00:00 is the start of a day")]
    [TestCase("00:01", 1, TestName = "00:01 is a minute past midnight")]
    [TestCase("09:05", 545, TestName = "09:05 is read to the minute")]
    [TestCase("19:59", 1199, TestName = "19:59 is read to the minute")]
    [TestCase("23:59", 1439, TestName = "23:59 is the last minute of a day")]
    [TestCase("24:00", 1440, TestName = "24:00 is the end of a day")]
    public void TryParse_WhenTextIsATimeOfDay_ReadsIt(string text, int minuteOfDay)
    {
        var isRead = WallTime.TryParse(text, out var time);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, Is.True);
            Assert.That(time.MinuteOfDay, Is.EqualTo(minuteOfDay));
        }
    }

    [TestCase("24:01", TestName = "24:01 is after the end of a day")]
    [TestCase("25:00", TestName = "25:00 is after the end of a day")]
    [TestCase("29:59", TestName = "29:59 is after the end of a day")]
    [TestCase("30:00", TestName = "30:00 has no such tens")]
    [TestCase("09:60", TestName = "09:60 has too many minutes")]
    [TestCase("9:00", TestName = "9:00 lacks a digit")]
    [TestCase("09:0", TestName = "09:0 lacks a digit")]
    [TestCase("009:00", TestName = "009:00 has a digit too many")]
    [TestCase("09:00:00", TestName = "09:00:00 has seconds")]
    [TestCase("0900", TestName = "0900 lacks the colon")]
    [TestCase("09.00", TestName = "09.00 has a full stop for the colon")]
    [TestCase("09:00 ", TestName = "A space after is not read")]
    [TestCase(" 09:00", TestName = "A space before is not read")]
    [TestCase("-1:00", TestName = "A sign is not read")]
    [TestCase("ab:cd", TestName = "Letters are not read")]
    [TestCase("٠٩:٠٠", TestName = "Digits of other scripts are not read")]
    [TestCase("", TestName = "Nothing is not read")]
    public void TryParse_WhenTextIsNoTimeOfDay_Refuses(string text) =>
        Assert.That(WallTime.TryParse(text, out _), Is.False);

    [Test]
    public void ToString_OfEveryMinute_IsReadBack([Range(0, 24)] int hour)
    {
        var times = Enumerable.Range(0, hour == 24 ? 1 : 60).Select(minute => WallTime.Of(hour, minute)).ToList();

        var read = times.Select(time => WallTime.TryParse(time.ToString(), out var back) ? back : default);

        Assert.That(read, Is.EqualTo(times));
    }

    [TestCase(0, 0, "00:00", TestName = "The start of a day is written 00:00")]
    [TestCase(7, 5, "07:05", TestName = "Single digits are written with a zero")]
    [TestCase(24, 0, "24:00", TestName = "The end of a day is written 24:00")]
    public void ToString_HasTwoDigitsEach(int hour, int minute, string text) =>
        Assert.That(WallTime.Of(hour, minute).ToString(), Is.EqualTo(text));

    [TestCase(-1, 0, TestName = "No hour is negative")]
    [TestCase(0, -1, TestName = "No minute is negative")]
    [TestCase(0, 60, TestName = "No hour has 61 minutes")]
    [TestCase(24, 1, TestName = "No minute comes after the end of a day")]
    [TestCase(25, 0, TestName = "No day has 26 hours on the wall")]
    public void Of_WhenThereIsNoSuchTime_Throws(int hour, int minute) =>
        Assert.That(() => WallTime.Of(hour, minute), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(9, 10, -1, TestName = "Nine comes before ten")]
    [TestCase(10, 10, 0, TestName = "Ten is ten")]
    [TestCase(24, 0, 1, TestName = "The end of a day comes after its start")]
    public void Comparison_FollowsTheWall(int leftHour, int rightHour, int sign)
    {
        var (left, right) = (WallTime.Of(leftHour), WallTime.Of(rightHour));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Sign(left.CompareTo(right)), Is.EqualTo(sign));
            Assert.That(left < right, Is.EqualTo(sign < 0));
            Assert.That(left <= right, Is.EqualTo(sign <= 0));
            Assert.That(left > right, Is.EqualTo(sign > 0));
            Assert.That(left >= right, Is.EqualTo(sign >= 0));
        }
    }
}
