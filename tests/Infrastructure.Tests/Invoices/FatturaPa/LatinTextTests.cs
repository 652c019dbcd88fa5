using MisterAssist.Infrastructure.Invoices.FatturaPa;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

public sealed class LatinTextTests
{
    [TestCase("Caffè già più così", "Caffè già più così", TestName = "What the format has stays")]
    [TestCase("“Perché no?” – disse l’oste…", "\"Perché no?\" - disse l'oste...", TestName = "Typographic quotes, dashes and dots")]
    [TestCase("a 12 € l'ora", "a 12 EUR l'ora", TestName = "The euro sign")]
    [TestCase("Dvořák, Łódź, Čapek, Őrség, Gökçe İnan, Țepeș", "Dvorák, Lódz, Capek, Orség, Gökçe Inan, Tepes", TestName = "Letters with what the format has not")]
    [TestCase("Œuvre, Ĳmuiden, ſtraße", "OEuvre, IJmuiden, straße", TestName = "Ligatures and the long s")]
    [TestCase("Nicolo\u0300, cafe\u0301, Mu\u0308ller, C\u030Capek", "Nicolò, café, Müller, Capek", TestName = "Marks after their letter")]
    [TestCase("  due\r\nrighe\te\u00A0 spazi  ", "due righe e spazi", TestName = "White space is one space")]
    [TestCase("a\u0000b\u0007c\u0085\u007Fd\u00ADe\u200Bf\uFEFF", "abc def", TestName = "Control characters and what has no width")]
    [TestCase("Ωμέγα 漢字 😀", "????? ?? ?", TestName = "What cannot be spelled")]
    [TestCase("", "", TestName = "Nothing")]
    public void Of_Text_HasOnlyWhatTheFormatTakes(string text, string fit) => Assert.That(LatinText.Of(text), Is.EqualTo(fit));

    // An attribute cannot hold half a character.
    [Test]
    public void Of_HalfACharacter_IsOneThatCannotBeSpelled() => Assert.That(LatinText.Of(string.Concat("a", '\uD83D', "b")), Is.EqualTo("a?b"));

    [TestCase("abcdefgh", 8, "abcdefgh")]
    [TestCase("abcdefghi", 8, "abcde...")]
    [TestCase("abcd fghi", 8, "abcd...")]
    [TestCase("\u200B", 8, "?")]
    [TestCase("abcdefg€", 8, "abcde...")]
    public void Shorten_LongText_EndsInDots(string text, int length, string fit) => Assert.That(LatinText.Shorten(text, length), Is.EqualTo(fit));

    [TestCase("\u200B", 8, "?")]
    [TestCase("abcdefgh", 8, "abcdefgh")]
    [TestCase("abcdefghi", 8, "abcdefgh")]
    [TestCase("abcdefg i", 8, "abcdefg")]
    public void Fit_LongName_IsCut(string text, int length, string fit) => Assert.That(LatinText.Fit(text, length), Is.EqualTo(fit));
}
