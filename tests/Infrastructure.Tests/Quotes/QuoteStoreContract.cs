using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Tickets;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Quotes;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Quotes;

/// <summary>What is kept of quotes, who sees them, and what a customer agreed to.</summary>
public abstract class QuoteStoreContract : TicketContract
{
    private static readonly QuoteSight All = new(CustomerReach.All, WithDrafts: true);
    private static readonly Instant Now = TicketSamples.ReceivedAt;
    private static readonly Instant AfterTheLastDay = Moments.Rome("2026-11-21 00:00");

    private Ticket _ticket = null!;
    private int _drafted;

    [SetUp]
    public async Task AddTicket()
    {
        _drafted = 0;
        _ticket = await AddAsync(NewTicket());
    }

    [Test]
    public async Task Find_QuoteThatWasAnswered_KeepsEveryField()
    {
        var quote = await DraftedAsync(QuoteSamples.Terms(note: "Fitted."));
        quote.Send(_ticket.ToState(), TicketSamples.Staff, Now);
        await SaveAsync(quote);
        quote.Decline("Not this year.", TicketSamples.Customer, Now + Duration.FromHours(1));
        await SaveAsync(quote);

        var found = await FindAsync(quote.Id, All);

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(quote)));
        Assert.That(found!.Answer, Is.EqualTo(quote.Answer));
    }

    [Test]
    public async Task Find_ForMoreThanWouldBeTakenAnyMore_HasIt()
    {
        var quote = await DraftedAsync(QuoteTerms.FromState([new("Gold", 2, Money.Largest)], QuoteSamples.Terms().ValidUntilOn, null));

        Assert.That((await FindAsync(quote.Id, All))!.Terms, Is.EqualTo(quote.Terms));
    }

    [Test]
    public async Task Save_ADraftWithOtherLines_HasThoseAlone()
    {
        var quote = await DraftedAsync();
        quote.Change(QuoteSamples.Terms(lines: [new("One thing", 3, new Money(99_99))]), _ticket.ToState(), TicketSamples.Staff, Now);

        await SaveAsync(quote);

        Assert.That((await FindAsync(quote.Id, All))!.Terms, Is.EqualTo(quote.Terms));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var quote = await SentAsync();
        var twin = (await FindAsync(quote.Id, All))!;
        quote.Accept(_ticket.ToState(), TicketSamples.Customer, Now);
        twin.Decline(null, TicketSamples.Customer, Now);

        await SaveAsync(quote);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => SaveAsync(twin));
        Assert.That(refusal!.Code, Is.EqualTo("quote_changed_meanwhile"));
    }

    [Test]
    public async Task Find_ADraft_IsForWhoSeesDrafts()
    {
        var (draft, sent) = (await DraftedAsync(), await SentAsync());
        var sight = All with { WithDrafts = false };

        Assert.That(await FindAsync(draft.Id, sight), Is.Null);
        Assert.That((await FindAsync(sent.Id, sight))!.Id, Is.EqualTo(sent.Id));
        Assert.That(await ListedAsync(sight: sight), Is.EqualTo(new[] { sent.Id }));
    }

    [Test]
    public async Task Find_OutOfReach_IsNull()
    {
        var quote = await DraftedAsync();
        var others = new QuoteSight(CustomerReach.Of([Other]), WithDrafts: true);

        Assert.That(await FindAsync(quote.Id, others), Is.Null);
        Assert.That(await ListedAsync(sight: others), Is.Empty);
        Assert.That(await FindAsync(quote.Id, others with { Reach = CustomerReach.Of([Other, quote.Customer]) }), Is.Not.Null);
    }

    [Test]
    public async Task Delete_ADraft_LeavesNothingOfIt()
    {
        var (quote, other) = (await DraftedAsync(), await DraftedAsync());

        await Database.UseAsync<IQuoteStore>(quotes => quotes.DeleteAsync(quote.Id, None));

        Assert.That(await FindAsync(quote.Id, All), Is.Null);
        Assert.That((await FindAsync(other.Id, All))!.Terms.Lines, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatchAtTheInstant()
    {
        var draft = await DraftedAsync();
        var sent = await SentAsync();
        var accepted = await SentAsync();
        accepted.Accept(_ticket.ToState(), TicketSamples.Customer, Now);
        await SaveAsync(accepted);
        var declined = await SentAsync();
        declined.Decline(null, TicketSamples.Customer, Now);
        await SaveAsync(declined);
        var elsewhere = await DraftedAsync(ticket: await AddAsync(NewTicket(customer: Other)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(), Is.EqualTo(new[] { draft.Id, sent.Id, accepted.Id, declined.Id, elsewhere.Id }));
            Assert.That(await ListedAsync(states: QuoteState.Draft), Is.EqualTo(new[] { draft.Id, elsewhere.Id }));
            Assert.That(await ListedAsync(states: QuoteState.Accepted), Is.EqualTo(new[] { accepted.Id }));
            Assert.That(await ListedAsync(AfterTheLastDay, states: QuoteState.Declined), Is.EqualTo(new[] { declined.Id }));
            Assert.That(await ListedAsync(AfterTheLastDay - Duration.FromTicks(10), states: QuoteState.Sent), Is.EqualTo(new[] { sent.Id }));
            Assert.That(await ListedAsync(AfterTheLastDay, states: QuoteState.Sent), Is.Empty);
            Assert.That(await ListedAsync(AfterTheLastDay, states: QuoteState.Expired), Is.EqualTo(new[] { sent.Id }));
            Assert.That(await ListedAsync(ticket: elsewhere.Ticket), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(customer: Other), Is.EqualTo(new[] { elsewhere.Id }));
            Assert.That(await ListedAsync(customer: Other, ticket: _ticket.Id), Is.Empty);
        }
    }

    [Test]
    public async Task List_InPages_HasEachOnce()
    {
        var expected = new[] { (await DraftedAsync()).Id, (await DraftedAsync()).Id, (await DraftedAsync()).Id };
        var filter = new QuoteFilter([], [], [], Now);

        var first = await Database.UseAsync<IQuoteStore, Page<Quote>>(quotes => quotes.ListAsync(filter, All, 2, null, None));
        var second = await Database.UseAsync<IQuoteStore, Page<Quote>>(quotes => quotes.ListAsync(filter, All, 2, first.Items[^1].Id, None));

        Assert.That(first.Items.Concat(second.Items).Select(quote => quote.Id), Is.EqualTo(expected));
        Assert.That((first.HasMore, second.HasMore), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task NextNumber_OfEachYear_IsCountedFromOneAndNeverGivenTwice()
    {
        var numbers = new List<QuoteNumber>();
        foreach (var year in (int[])[2026, 2026, 2027, 2026])
            numbers.Add(await Database.UseAsync<IQuoteStore, QuoteNumber>(quotes => quotes.NextNumberAsync(year, None)));

        Assert.That(numbers, Is.EqualTo(new QuoteNumber[] { new(2026, 1), new(2026, 2), new(2027, 1), new(2026, 3) }));
    }

    [Test]
    public async Task QuotedOn_ATicket_IsWhatWasAcceptedLast()
    {
        Assert.That((await QuotedAsync(_ticket)).IsQuoted, Is.False);
        var (first, last, declined) = (await SentAsync(), await SentAsync(QuoteSamples.Terms(lines: [new("x", 1, new Money(7))])), await SentAsync());
        last.Accept(_ticket.ToState(), TicketSamples.Customer, Now + Duration.FromHours(2));
        first.Accept(_ticket.ToState(), TicketSamples.Customer, Now + Duration.FromHours(1));
        declined.Decline(null, TicketSamples.Customer, Now + Duration.FromHours(3));
        foreach (var quote in (Quote[])[last, first, declined])
            await SaveAsync(quote);
        await DraftedAsync();

        var quoted = await QuotedAsync(_ticket);

        Assert.That((quoted.Numbers.Single(), quoted.Total), Is.EqualTo((last.Number, new Money(7))));
        Assert.That((await QuotedAsync(await AddAsync(NewTicket()))).IsQuoted, Is.False);
    }

    [Test]
    public async Task QuotedOn_TicketsThatWereMerged_IsTheSameForAllOfThem()
    {
        var (next, last) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var quote = await SentAsync();
        quote.Accept(_ticket.ToState(), TicketSamples.Customer, Now);
        await SaveAsync(quote);
        quote.GoAlong(last.Id);
        await SaveAsync(quote);
        Assert.That((await QuotedAsync(_ticket)).IsQuoted, Is.False);

        await MergeAsync(_ticket.Id, next.Id);
        await MergeAsync(next.Id, last.Id);

        foreach (var ticket in (Ticket[])[_ticket, next, last])
            Assert.That((await QuotedAsync(ticket)).Numbers, Is.EqualTo(new[] { quote.Number }));
        var along = (await Database.UseAsync<IQuoteStore, IReadOnlyList<Quote>>(quotes => quotes.OfTicketAsync(last.Id, None))).Single();
        Assert.That((along.Ticket, along.MadeFor), Is.EqualTo((last.Id, _ticket.Id)));
        Assert.That(await Database.UseAsync<IQuoteStore, IReadOnlyList<Quote>>(quotes => quotes.OfTicketAsync(_ticket.Id, None)), Is.Empty);
    }

    private Task<QuotedWork> QuotedAsync(Ticket ticket) =>
        Database.UseAsync<IQuoteReader, QuotedWork>(quotes => quotes.OnAsync(ticket.Id, None));

    private async Task<Quote> SentAsync(QuoteTerms? terms = null)
    {
        var quote = await DraftedAsync(terms);
        quote.Send(_ticket.ToState(), TicketSamples.Staff, Now);
        await SaveAsync(quote);
        return quote;
    }

    private async Task<Quote> DraftedAsync(QuoteTerms? terms = null, Ticket? ticket = null)
    {
        var of = (ticket ?? _ticket).ToState();
        _drafted++;
        var quote = Quote.Draft(
            new(2026, _drafted), of, terms ?? QuoteSamples.Terms(), TicketSamples.Staff, Now + Duration.FromSeconds(_drafted));
        await Database.UseAsync<IQuoteStore>(quotes => quotes.AddAsync(quote, None));
        return quote;
    }

    private Task SaveAsync(Quote quote) => Database.UseAsync<IQuoteStore>(quotes => quotes.SaveAsync(quote, None));

    private Task<Quote?> FindAsync(QuoteId id, QuoteSight sight) =>
        Database.UseAsync<IQuoteStore, Quote?>(quotes => quotes.FindAsync(id, sight, None));

    private async Task<IEnumerable<QuoteId>> ListedAsync(
        Instant? at = null, QuoteSight? sight = null, TicketId? ticket = null, CustomerId? customer = null, params QuoteState[] states)
    {
        var filter = new QuoteFilter(ticket is { } t ? [t] : [], customer is { } c ? [c] : [], states, at ?? Now);
        var page = await Database.UseAsync<IQuoteStore, Page<Quote>>(quotes => quotes.ListAsync(filter, sight ?? All, 25, null, None));
        return page.Items.Select(quote => quote.Id);
    }
}
