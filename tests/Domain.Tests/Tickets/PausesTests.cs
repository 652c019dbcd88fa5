using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

public sealed class PausesTests
{
    [TestCase("11-12 first; 14-15 second", "11-12 first; 14-15 second", TestName = "Pauses apart stay apart")]
    [TestCase("14-15 second; 11-12 first", "11-12 first; 14-15 second", TestName = "Pauses come in the order of time")]
    [TestCase("11-13 first; 12-14 second", "11-13 first; 13-14 second", TestName = "Where pauses overlap the first gives the reason")]
    [TestCase("11-15 first; 12-13 second", "11-15 first", TestName = "A pause within another adds nothing")]
    [TestCase("11-13 first; 11-13 second", "11-13 first", TestName = "The same time counts once")]
    [TestCase("11-12 first; 12-13 second", "11-12 first; 12-13 second", TestName = "Pauses that touch keep their reasons")]
    [TestCase("11-12 first; 11-* second", "11-12 first; 12-* second", TestName = "One that goes on begins where the other ends")]
    [TestCase("11-* first; 12-13 second", "11-* first", TestName = "Nothing follows one that goes on")]
    [TestCase("11-* first; 12-* second", "11-* first", TestName = "Two that go on are one")]
    [TestCase("11-11 first; 12-13 second", "12-13 second", TestName = "A pause without length takes nothing out")]
    public void Stretches_TakeEachTimeOutOnce(string pauses, string stretches) =>
        Assert.That(Told(Pauses.Of(Read(pauses))), Is.EqualTo(stretches));

    [TestCase(10, "", false)]
    [TestCase(11, "11-* first", true, TestName = "A pause is known from its first instant")]
    [TestCase(12, "11-* first", true)]
    [TestCase(13, "11-13 first", false, TestName = "A resume is known from its instant")]
    [TestCase(14, "11-13 first; 14-* second", true)]
    [TestCase(16, "11-13 first; 14-15 second", false)]
    public void AsOf_IsWhatWasKnownThen(int hour, string stretches, bool isOpen)
    {
        var known = Pauses.Of(Read("11-13 first; 14-15 second")).AsOf(Moments.Rome($"2026-11-16 {hour}:00"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Told(known), Is.EqualTo(stretches));
            Assert.That(known.IsOpen, Is.EqualTo(isOpen));
        }
    }

    [Test]
    public void BeginAndEnd_AreKeptAsTheyWere()
    {
        var pauses = Pauses.None
            .Begin(Moments.Rome("2026-11-16 11:00"), "first").End(Moments.Rome("2026-11-16 12:00"))
            .Begin(Moments.Rome("2026-11-16 13:00"), "second");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pauses.All, Is.EqualTo(Read("11-12 first; 13-* second")));
            Assert.That(pauses.IsOpen, Is.True);
        }
    }

    private static IEnumerable<Pause> Read(string text) =>
        from part in text.Split("; ")
        let words = part.Replace('-', ' ').Split(' ')
        let end = words[1] == "*" ? (Instant?)null : Moments.Rome($"2026-11-16 {words[1]}:00")
        select new Pause(Moments.Rome($"2026-11-16 {words[0]}:00"), end, words[2]);

    private static string Told(Pauses pauses) => string.Join("; ", pauses.Stretches.Select(pause =>
        $"{Hour(pause.From)}-{(pause.To is { } end ? Hour(end) : "*")} {pause.Reason}"));

    private static string Hour(Instant at) => Moments.OnTheWall(at).Substring(15, 2);
}
