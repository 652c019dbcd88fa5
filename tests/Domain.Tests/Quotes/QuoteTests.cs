using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
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
        ["change"] = (quote, at) => quote.Change(QuoteSamples.Terms(note: "More."), QuoteSamples.Ticket, TicketSamples.Staff, at),
        ["delete"] = (quote, at) => quote.RefuseUnlessDeletable(TicketSamples.Staff, at),
        ["send"] = (quote, at) => quote.Send(QuoteSamples.Ticket, TicketSamples.Staff, at),
        ["accept"] = (quote, at) => quote.Accept(QuoteSamples.Ticket, TicketSamples.Customer, at),
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
        accepted.Accept(QuoteSamples.Ticket, TicketSamples.Customer, End - Duration.Epsilon);
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
            Assert.That(() => QuoteSamples.Sent().Accept(QuoteSamples.Ticket, actor, Monday), Refused.With("customers_only"));
            Assert.That(() => QuoteSamples.Sent().Decline(null, actor, Monday), Refused.With("customers_only"));
        }
    }

    [Test]
    public void Draft_ByAnybodyButStaff_IsRefused()
    {
        foreach (var actor in new[] { TicketSamples.Customer, TicketSamples.Partner })
        {
            Assert.That(
                () => Quote.Draft(new(2026, 1), QuoteSamples.Ticket, QuoteSamples.Terms(), actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().Change(QuoteSamples.Terms(), QuoteSamples.Ticket, actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().RefuseUnlessDeletable(actor, Monday), Refused.With("staff_only"));
            Assert.That(() => QuoteSamples.Draft().Send(QuoteSamples.Ticket, actor, Monday), Refused.With("staff_only"));
        }
    }

    [TestCase(TicketStatus.New, "make change send accept decline delete")]
    [TestCase(TicketStatus.Waiting, "make change send accept decline delete")]
    [TestCase(TicketStatus.Resolved, "make change send accept decline delete")]
    [TestCase(TicketStatus.Closed, "make change send accept decline delete")]
    [TestCase(TicketStatus.Cancelled, "decline delete")]
    public void Moves_WithTheTicketWhereItIs_AreTakenOrRefused(TicketStatus status, string taken)
    {
        var ticket = QuoteSamples.Ticket with { Status = status };
        (string Name, Action Try)[] moves =
        [
            ("make", () => Quote.Draft(new(2026, 1), ticket, QuoteSamples.Terms(), TicketSamples.Staff, Monday)),
            ("change", () => QuoteSamples.Draft().Change(QuoteSamples.Terms(note: "More."), ticket, TicketSamples.Staff, Monday)),
            ("send", () => QuoteSamples.Draft().Send(ticket, TicketSamples.Staff, Monday)),
            ("accept", () => QuoteSamples.Sent().Accept(ticket, TicketSamples.Customer, Monday)),
            ("decline", () => QuoteSamples.Sent().Decline(null, TicketSamples.Customer, Monday)),
            ("delete", () => QuoteSamples.Draft().RefuseUnlessDeletable(TicketSamples.Staff, Monday)),
        ];

        foreach (var (name, move) in moves)
            Assert.That(() => move(), taken.Split(' ').Contains(name) ? Throws.Nothing : Refused.With("ticket_not_open"), name);
    }

    [Test]
    public void Send_AtTheVeryEndOfItsLastDay_IsTooLate()
    {
        Assert.That(() => QuoteSamples.Draft().Send(QuoteSamples.Ticket, TicketSamples.Staff, End - Duration.Epsilon), Throws.Nothing);
        Assert.That(() => QuoteSamples.Draft().Send(QuoteSamples.Ticket, TicketSamples.Staff, End), Refused.With("quote_validity_over"));
    }

    [Test]
    public void Change_ToTheSame_IsNone()
    {
        var quote = QuoteSamples.Draft();

        quote.Change(QuoteSamples.Terms(), QuoteSamples.Ticket, TicketSamples.Staff, Monday);
        var same = quote.Version;
        quote.Change(QuoteSamples.Terms(note: "More."), QuoteSamples.Ticket, TicketSamples.Staff, Monday);

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
            quote.Accept(QuoteSamples.Ticket, TicketSamples.Customer, Monday);
        if (state == "declined")
            quote.Decline(null, TicketSamples.Customer, Monday);
        return (quote, state == "expired" ? End : Monday);
    }
}
