using MisterAssist.Application.Quotes;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Quotes;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

/// <summary>What reports charge under a quote.</summary>
public abstract class QuotedReportContract : WorkReportContract
{
    [Test]
    public async Task ChargedUnder_ATicket_IsWhatItsIssuedReportsComeToThatStand()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        Assert.That(await ChargedAsync(), Is.EqualTo(Money.Zero));
        await IssuedAsync(await CreatedAsync(ticket), count: 1);
        var voided = await IssuedAsync(await CreatedAsync(ticket), count: 2);
        await ChangeAsync(voided.Id, r => r.Void("Why", Of(r), Now));
        await IssuedAsync(await CreatedAsync(ticket), 3, ReportContentSamples.Parts(2));
        await DraftedAsync(await CreatedAsync(ticket));
        await IssuedAsync(await CreatedAsync(), count: 4);

        // 40.00 and an hour and a half at 65.00, and two parts at 1.00.
        Assert.That((await ChargedAsync()).ToString(), Is.EqualTo("139.50"));

        Task<Money> ChargedAsync() => Database.UseAsync<IWorkReportStore, Money>(reports => reports.ChargedUnderAsync(Accepted(ticket), None));
    }

    [Test]
    public async Task ChargedUnder_TicketsThatWereMerged_IsWhatTheReportsOfAllOfThemComeTo()
    {
        var (first, second, last) = (await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)));
        await IssuedAsync(await CreatedAsync(first), count: 1);
        await IssuedAsync(await CreatedAsync(last), 2, ReportContentSamples.Parts(2));
        Assert.That((await ChargedAsync(first), await ChargedAsync(last)), Is.EqualTo(("137.50", "2.00")));

        await MergeAsync(first.Id, last.Id);
        await MergeAsync(second.Id, last.Id);

        foreach (var ticket in (Ticket[])[first, second, last])
            Assert.That(await ChargedAsync(ticket), Is.EqualTo("139.50"));

        async Task<string> ChargedAsync(Ticket ticket) => (await Database.UseAsync<IWorkReportStore, Money>(
            reports => reports.ChargedUnderAsync(Accepted(ticket), None))).ToString();
    }

    [Test]
    public async Task ChargedUnder_AQuoteOfATicketMergedWithOneThatHasItsOwn_IsWithoutWhatIsChargedUnderThat()
    {
        var (first, last) = (await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)));
        await IssuedAsync(await CreatedAsync(first), count: 1);
        await IssuedAsync(await CreatedAsync(last), 2, ReportContentSamples.Parts(2));
        await MergeAsync(first.Id, last.Id);
        var quote = Quote.FromState(
            QuoteId.New(Now.At), new(2026, 1), last.Id, One, QuoteSamples.Terms(), Now.At, Now.At, new(IsYes: true, first.Id, TicketSamples.Customer, Now.At, null), 1);
        await Database.UseAsync<IQuoteStore>(quotes => quotes.AddAsync(quote, None));

        Assert.That((await ChargedAsync(first), await ChargedAsync(last)), Is.EqualTo(("139.50", "2.00")));

        async Task<string> ChargedAsync(Ticket ticket) =>
            (await Database.UseAsync<IWorkReportStore, Money>(reports => reports.ChargedUnderAsync(Accepted(ticket), None))).ToString();
    }

    private static AcceptedQuote Accepted(Ticket ticket) => new(QuoteId.New(Now.At), new(2026, 1), Money.Zero, ticket.Id, TicketSamples.ReceivedAt);
}
