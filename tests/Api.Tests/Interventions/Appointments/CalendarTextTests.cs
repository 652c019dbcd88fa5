using System.Text;
using MisterAssist.Api.Interventions.Appointments;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Interventions.Appointments;

public sealed class CalendarTextTests
{
    [TestCase("plain", "plain")]
    [TestCase("a,b;c", @"a\,b\;c")]
    [TestCase(@"C:\temp", @"C:\\temp")]
    [TestCase("one\ntwo\r\nthree\rfour", @"one\ntwo\nthree\nfour")]
    [TestCase("a: \"b\"", "a: \"b\"")]
    [TestCase("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", @"x\nEND:VEVENT\nBEGIN:VEVENT")]
    [TestCase("be\u0007ll\u007f\u0000\u0085", "bell\\n")]
    [TestCase("tab\tstays", "tab\tstays")]
    public void Words_AreEscaped(string text, string written) =>
        Assert.That(new CalendarText().Words("SUMMARY", text).ToString(), Is.EqualTo($"SUMMARY:{written}\r\n"));

    [Test]
    public void Words_ThatAreNoUnicode_AreReplaced() =>
        Assert.That(new CalendarText().Words("SUMMARY", "a\ud800b").ToString(), Is.EqualTo("SUMMARY:a\ufffdb\r\n"));

    [Test]
    public void Time_IsInUtcToTheSecond() =>
        Assert.That(new CalendarText().Time("DTSTART", Moments.Rome("2026-07-01 10:30")).ToString(), Is.EqualTo("DTSTART:20260701T083000Z\r\n"));

    [TestCase(67, 1, TestName = "What fills a line stays on it")]
    [TestCase(68, 2, TestName = "One octet more begins another")]
    [TestCase(67 + 74, 2, TestName = "The blank counts to the line that goes on")]
    [TestCase(67 + 74 + 1, 3, TestName = "One octet more than two lines hold begins a third")]
    public void Line_IsFoldedAtSeventyFiveOctets(int octets, int lines) => Assert.That(
        Lines(new CalendarText().Line("SUMMARY", new('x', octets))), Has.Length.EqualTo(lines));

    [TestCase("è", TestName = "Two octets")]
    [TestCase("€", TestName = "Three octets")]
    [TestCase("🖨", TestName = "Four octets")]
    [TestCase("aè€🖨,", TestName = "Of each some")]
    public void Line_IsNeverFoldedWithinACharacter(string characters)
    {
        var text = string.Concat(Enumerable.Repeat(characters, 200));

        for (var shift = 0; shift < 4; shift++)
        {
            var written = new CalendarText().Line("SUMMARY", new string('x', shift) + text);

            Assert.That(Lines(written).Select(line => Encoding.UTF8.GetByteCount(line)), Has.All.LessThanOrEqualTo(75));
            Assert.That(Lines(written), Has.None.Contains("\ufffd"));
            Assert.That(written.ToString().Replace("\r\n ", "", StringComparison.Ordinal), Is.EqualTo($"SUMMARY:{new string('x', shift)}{text}\r\n"));
        }
    }

    /// <summary>As octets that stand by themselves: what is cut within a character cannot be read.</summary>
    private static string[] Lines(CalendarText text) => text.ToString()[..^2].Split("\r\n");
}
