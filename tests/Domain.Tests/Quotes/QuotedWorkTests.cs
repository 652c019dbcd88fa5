using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Quotes;

/// <summary>Quotes of the tickets X, Y and Z, made and accepted at hours of a day: <c>X 1-2 40</c> was made for X at 1, accepted at 2, and comes to 40 euros.</summary>
public sealed class QuotedWorkTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 11, 16, 0, 0);

    [TestCase("X 1-2 40", "", 40, TestName = "One quote")]
    [TestCase("X 1-3 40, X 1-2 70", "", 40, TestName = "Two of a ticket: the one that was accepted last")]
    [TestCase("X 1-2 40, Y 1-3 70", "X 4 Y", 110, TestName = "Two tickets with a quote each: both hold")]
    [TestCase("X 1-2 40, Z 1-3 70", "X 4 Y, Z 4 Y", 110, TestName = "Both go on in a third")]
    [TestCase("X 1-2 40, Y 5-6 70", "X 4 Y", 70, TestName = "Made where both went: it takes the place of all before")]
    [TestCase("X 1-2 40, Y 1-2 50, Y 5-6 70", "X 4 Y", 70, TestName = "Of the other's too")]
    [TestCase("X 1-2 40, Y 3-6 70", "X 4 Y", 110, TestName = "Made before they became one, accepted after it: both hold")]
    [TestCase("X 1-5 40, Y 1-2 70", "X 4 Y", 110, TestName = "It went along before it was accepted, and is for the first all the same")]
    [TestCase("X 1-2 40, Z 6-7 70", "X 3 Y, Y 5 Z", 70, TestName = "Made at the end of a chain")]
    [TestCase("X 1-2 40, Z 4-7 70", "X 3 Y, Y 5 Z", 110, TestName = "Made there before the chain was closed")]
    [TestCase("X 1-2 40, Z 4-5 70", "X 3 Y, Z 6 Y", 110, TestName = "Made for another that goes on in the same")]
    public void Total_IsWhatTheQuotesThatHoldComeTo(string quotes, string merges, int euros) =>
        Assert.That(Quoted(quotes, merges).Total, Is.EqualTo(new Money(euros * 100)));

    [TestCase("X 1-3 40", "", "X 2 5, X 3 10, X 4 20", 30, TestName = "From the acceptance on")]
    [TestCase("X 1-3 40, Y 1-5 70", "X 6 Y", "X 4 10, Y 4 20, Y 5 40", 50, TestName = "Each ticket from that of its own")]
    [TestCase("X 1-3 40", "X 6 Y", "Y 2 5, Y 4 10, Y 7 20", 20, TestName = "A ticket without one, from when it became one with the other")]
    [TestCase("X 1-3 40, Y 7-8 70", "X 6 Y", "X 4 10, X 8 20", 20, TestName = "What was charged before the new one was under the old")]
    public void Charged_IsWhatWasIssuedUnderThem(string quotes, string merges, string charges, int euros)
    {
        var issued = Split(charges).Select(charge => new TicketCharge(Ticket(charge[0]), At(charge[1]), new(int.Parse(charge[2], null) * 100)));

        Assert.That(Quoted(quotes, merges).Charged(issued), Is.EqualTo(new Money(euros * 100)));
    }

    [Test]
    public void IsQuoted_WithoutAQuote_IsNot() => Assert.That(Quoted("", "").IsQuoted, Is.False);

    [Test]
    public void Numbers_AreThoseThatHold() => Assert.That(
        Quoted("X 1-3 40, X 1-2 70, Y 1-2 50", "X 4 Y").Numbers, Is.EqualTo(new QuoteNumber[] { new(2026, 1), new(2026, 3) }));

    private static QuotedWork Quoted(string quotes, string merges) => new(
        [
            .. Split(quotes).Select((quote, i) => new AcceptedQuote(
                QuoteId.New(Midnight), new(2026, i + 1), new(int.Parse(quote[2], null) * 100), Ticket(quote[0]), At(quote[1].Split('-')[0]), At(quote[1].Split('-')[1]))),
        ],
        [.. Split(merges).Select(merge => new TicketMerge(Ticket(merge[0]), Ticket(merge[2]), At(merge[1])))]);

    private static IEnumerable<string[]> Split(string text) => text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' '));

    private static TicketId Ticket(string name) => new(new Guid(name[0], 0, 0, new byte[8]));

    private static Instant At(string hour) => Midnight + Duration.FromHours(int.Parse(hour, null));
}
