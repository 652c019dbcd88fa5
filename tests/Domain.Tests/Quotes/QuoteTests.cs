using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Quotes;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Quotes;

/// <summary>Drafted and sent on Monday 16 November 2026; its last day is the Friday after.</summary>
public sealed class QuoteTests
{
    private static readonly Instant Monday = TicketSamples.ReceivedAt;
    private static readonly Instant End = Moments.Rome("2026-11-21 00:00");

    private static readonly Dictionary<string, Action<Quote, Instant>> Moves = new()
    {
        ["change"] = (quote, at) => quote.Change(QuoteSamples.Terms(note: "More."), TicketSamples.Staff, at),
        ["delete"] = (quote, at) => quote.RefuseUnlessDeletable(TicketSamples.Staff, at),
        ["send"] = (quote, at) => quote.Send(TicketSamples.Staff, at),
        ["accept"] = (quote, at) => quote.Accept(TicketSamples.Customer, at),
        ["decline"] = (quote, at) => quote.Decline(null, TicketSamples.Customer, at),
    };

    [TestCase("draft", "change delete send")]
    [TestCase("sent", "accept decline")]
    [TestCase("accepted", "")]
    [TestCase("declined", "")]
    [TestCase("expired", "")]
    public void Moves_InEachState_AreLegalOrRefusedWithThoseThatAre(string state, string legal)
    {
        foreach (var (name, move) in Moves)
        {
            var (quote, at) = In(state);
            Assert.That(SnakeCase.Of(quote.StateAt(at)), Is.EqualTo(state));

            if (legal.Split(' ').Contains(name))
            {
                Assert.That(() => move(quote, at), Throws.Nothing, name);
                continue;
            }

            var refusal = Assert.Throws<BusinessException>(() => move(quote, at), name)!;
            Assert.That((refusal.Refusal, refusal.Code), Is.EqualTo((Refusal.Conflict, "illegal_quote_move")), name);
            Assert.That(string.Join(' ', refusal.Allowed), Is.EqualTo(legal), name);
        }
    }

    [Test]
    public void StateAt_ASentQuote_ExpiresWithTheMidnightAfterItsLastDayInRome()
    {
        var quote = QuoteSamples.Sent();

        Assert.That((quote.StateAt(End - Duration.Epsilon), quote.StateAt(End)), Is.EqualTo((QuoteState.Sent, QuoteState.Expired)));
    }

    [Test]
    public void StateAt_AnAnsweredQuoteOrADraft_DoesNotExpire()
    {
        var (accepted, declined) = (QuoteSamples.Sent(), QuoteSamples.Sent());
        accepted.Accept(TicketSamples.Customer, End - Duration.Epsilon);
        declined.Decline("No.", TicketSamples.Customer, End - Duration.Epsilon);

        Assert.That(
            new[] { accepted, declined, QuoteSamples.Draft() }.Select(quote => quote.StateAt(End)),
            Is.EqualTo(new[] { QuoteState.Accepted, QuoteState.Declined, QuoteState.Draft }));
    }

    [Test]
    public void Answer_TellsWhoWhenAndWhy()
    {
        var quote = QuoteSamples.Sent();

        quote.Decline("Not this year.", TicketSamples.Customer, Monday);

        Assert.That(quote.Answer, Is.EqualTo(new QuoteAnswer(false, TicketSamples.Customer, Monday, "Not this year.")));
        Assert.That(quote.Version, Is.EqualTo(3));
    }

    [Test]
    public void Answer_OfAnybodyButTheCustomer_IsRefused()
    {
        foreach (var actor in new[] { TicketSamples.Staff, TicketSamples.Partner, Actor.System })
        {
            Assert.That(() => QuoteSamples.Sent().Accept(actor, Monday), Refused.With("customers_only"));
            Assert.That(() => QuoteSamples.Sent().Decline(null, actor, Monday), Refused.With("customers_only"));
        }
    }

    [Test]
    public void Draft_ByAnybodyButStaff_IsRefused()
    {
        foreach (var actor in new[] { TicketSamples.Customer, TicketSamples.Partner })
        {
            Assert.That(
                () => Quote.Draft(new(2026, 1), QuoteSamples.TicketId, TicketSamples.CustomerId, QuoteSamples.Terms(), actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().Change(QuoteSamples.Terms(), actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().RefuseUnlessDeletable(actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().Send(actor, Monday), Refused.With("staff_only"));
        }
    }

    [Test]
    public void Send_AtTheVeryEndOfItsLastDay_IsTooLate()
    {
        Assert.That(() => QuoteSamples.Draft().Send(TicketSamples.Staff, End - Duration.Epsilon), Throws.Nothing);
        Assert.That(() => QuoteSamples.Draft().Send(TicketSamples.Staff, End), Refused.With("quote_validity_over"));
    }

    [Test]
    public void Change_ToTheSame_IsNone()
    {
        var quote = QuoteSamples.Draft();

        quote.Change(QuoteSamples.Terms(), TicketSamples.Staff, Monday);
        var same = quote.Version;
        quote.Change(QuoteSamples.Terms(note: "More."), TicketSamples.Staff, Monday);

        Assert.That((same, quote.Version, quote.Terms.Note), Is.EqualTo((1, 2, "More.")));
    }

    [Property]
    public Property Total_OfAnyLines_IsTheSumOfExactProducts() => Prop.ForAll(
        Gen.Choose(1, QuoteLine.MaxQuantity).SelectMany(quantity => Gen.Choose(0, 9_999).Select(cents => (quantity, cents))).NonEmptyListOf().ToArbitrary(),
        lines =>
        {
            var given = lines.Take(QuoteTerms.MaxLines).ToList();
            var total = given.Sum(line => (long)line.quantity * line.cents);
            var terms = QuoteSamples.Terms(lines: [.. given.Select(line => new QuoteLine("x", line.quantity, new(line.cents)))]);
            return terms.Total.Cents == total && terms.Lines.Zip(given).All(pair => pair.First.Amount.Cents == (long)pair.Second.quantity * pair.Second.cents);
        });

    [TestCase(9_999_999_999, true)]
    [TestCase(10_000_000_000, false)]
    public void Total_MoreThanAnybodyPays_IsRefused(long cents, bool isTaken)
    {
        var half = new QuoteLine("x", 1, new(cents / 2));
        var rest = new QuoteLine("x", 1, new(cents - (cents / 2)));

        Assert.That(() => QuoteSamples.Terms(lines: [half, rest]), isTaken ? Throws.Nothing : Refused.With("quote_total_too_large"));
    }

    [TestCase(2026, 123, "PR-2026-000123")]
    [TestCase(2027, 1_234_567, "PR-2027-1234567")]
    public void Number_IsReadAsItIsWritten(int year, int count, string text)
    {
        Assert.That(new QuoteNumber(year, count).ToString(), Is.EqualTo(text));
        Assert.That(QuoteNumber.Parse(text), Is.EqualTo(new QuoteNumber(year, count)));
    }

    private static (Quote Quote, Instant At) In(string state)
    {
        var quote = state == "draft" ? QuoteSamples.Draft() : QuoteSamples.Sent();
        if (state == "accepted")
            quote.Accept(TicketSamples.Customer, Monday);
        if (state == "declined")
            quote.Decline(null, TicketSamples.Customer, Monday);
        return (quote, state == "expired" ? End : Monday);
    }
}
