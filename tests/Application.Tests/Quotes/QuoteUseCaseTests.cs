using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tests.Quotes;

/// <summary>It is 20 November 2026.</summary>
public sealed class QuoteUseCaseTests
{
    private static readonly GivenQuote Given = new([new("A cable", 4, new Money(850))], new LocalDate(2026, 12, 20), null);

    private TestApplication _application = null!;
    private Ticket _ticket = null!;

    [SetUp]
    public async Task Start()
    {
        _application = TestApplication.WithFoundingPlans();
        _ticket = TicketSamples.Ticket("silver");
        await _application.Tickets.AddAsync(_ticket, CancellationToken.None);
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Create_Quote_IsOfTheCustomerOfItsTicketAndTellsNobody()
    {
        var drafted = (await DraftedAsync()).Quote;

        Assert.That((drafted.Customer, drafted.Number), Is.EqualTo((_ticket.ToState().CustomerId, new QuoteNumber(2026, 1))));
        Assert.That(_application.Events.Appended, Is.Empty);
    }

    [Test]
    public async Task Create_OnNewYearsEve_IsNumberedByTheYearInRome()
    {
        _application.Clock.Now = Moments.Rome("2027-01-01 00:00");

        Assert.That((await DraftedAsync()).Quote.Number.Year, Is.EqualTo(2027));
    }

    [Test]
    public void Create_ForATicketOutOfReach_IsRefused()
    {
        _application.Caller.Reach = CustomerReach.Of([]);

        Expect("ticket_not_found", new CreateQuoteCommand(_ticket.Id, Given));
    }

    [Test]
    public void Create_WithFaults_TellsAllOfThem()
    {
        var faulty = new GivenQuote([new("", 0, new Money(-1)), new("x", 10_001, new Money(10_000_000_000))], new LocalDate(2300, 1, 1), " ");

        var failure = Assert.ThrowsAsync<FluentValidation.ValidationException>(() => _application.SendAsync(new CreateQuoteCommand(_ticket.Id, faulty)));

        Assert.That(failure!.Errors.Select(error => error.PropertyName), Is.EquivalentTo(new[]
        {
            "Lines[0].Description", "Lines[0].Quantity", "Lines[0].UnitPrice", "Lines[1].Quantity", "Lines[1].UnitPrice", "ValidUntilOn", "Note",
        }));
    }

    [Test]
    public async Task Update_WithTheSame_SavesNothing()
    {
        var drafted = (await DraftedAsync()).Quote;

        await _application.SendAsync(new UpdateQuoteCommand(drafted.Id, Given, KnownVersion.Any));
        await _application.SendAsync(new UpdateQuoteCommand(drafted.Id, Given with { Note = "More." }, KnownVersion.Any));

        Assert.That((_application.Quotes.Saves, _application.Events.Appended.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Answer_ToASentQuote_IsToldOnItsTicketInTheSameTransaction()
    {
        var id = (await DraftedAsync()).Quote.Id;
        await _application.SendAsync(new SendQuoteCommand(id, KnownVersion.Of(1)));
        _application.Caller.Actor = TicketSamples.Customer;
        await _application.SendAsync(new DeclineQuoteCommand(id, "Not this year.", KnownVersion.Of(2)));

        var (sent, declined) = (_application.Events.Appended[0], _application.Events.Appended[1]);
        Assert.That((sent.Type, sent.TicketId, sent.Note), Is.EqualTo(("quote.sent", (TicketId?)_ticket.Id, (string?)null)));
        Assert.That((declined.Type, declined.CustomerId, declined.Note), Is.EqualTo(("quote.declined", _ticket.ToState().CustomerId, "Not this year.")));
        Assert.That(declined.Changes, Is.EqualTo((Change[])
        [
            new("quoteId", null, id.ToString()), new("number", null, "PR-2026-000001"), new("state", "sent", "declined"), new("total", null, "34.00"),
            new("validUntilOn", null, "2026-12-20"),
        ]));
    }

    [Test]
    public async Task Act_OnAnOlderVersion_IsRefused()
    {
        var id = (await DraftedAsync()).Quote.Id;
        await _application.SendAsync(new SendQuoteCommand(id, KnownVersion.Any));

        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new AcceptQuoteCommand(id, KnownVersion.Of(1))));
        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new DeleteQuoteCommand(id, KnownVersion.Of(1))));
    }

    [TestCase(ActorKind.Staff, true)]
    [TestCase(ActorKind.Partner, false)]
    [TestCase(ActorKind.Customer, false)]
    public async Task List_AsksForDraftsForStaffAlone(ActorKind kind, bool withDrafts)
    {
        _application.Caller.Actor = new(kind, "Somebody", null);

        await _application.SendAsync(new ListQuotesQuery([], [], [QuoteState.Sent], 25, null));

        Assert.That(_application.Quotes.Asked!.Value.Sight, Is.EqualTo(new QuoteSight(CustomerReach.All, withDrafts)));
        Assert.That(_application.Quotes.Asked!.Value.Filter.At, Is.EqualTo(_application.Clock.Now));
    }

    private Task<QuoteAt> DraftedAsync() => _application.SendAsync(new CreateQuoteCommand(_ticket.Id, Given));

    private void Expect<TResponse>(string code, MediatR.IRequest<TResponse> request)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(request));
        Assert.That(refusal!.Code, Is.EqualTo(code));
    }
}
