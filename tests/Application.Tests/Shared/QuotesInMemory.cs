using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Keeps quotes; of lists it holds what was asked for, the answers are a matter of SQL.</summary>
internal sealed class QuotesInMemory : IQuoteStore, IQuoteReader
{
    private readonly Dictionary<QuoteId, Quote> _quotes = [];
    private int _count;

    public int Saves { get; private set; }

    public (QuoteFilter Filter, QuoteSight Sight)? Asked { get; private set; }

    public Task<Quote?> FindAsync(QuoteId id, QuoteSight sight, CancellationToken ct) => Task.FromResult(
        _quotes.TryGetValue(id, out var quote) && sight.Reach.Covers(quote.Customer) && (sight.WithDrafts || quote.SentAt is not null) ? quote : null);

    public Task<Page<Quote>> ListAsync(QuoteFilter filter, QuoteSight sight, int limit, QuoteId? after, CancellationToken ct)
    {
        Asked = (filter, sight);
        return Task.FromResult(new Page<Quote>([], HasMore: false));
    }

    public Task<IReadOnlyList<Quote>> OfTicketAsync(TicketId ticket, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Quote>>([.. _quotes.Values.Where(quote => quote.Ticket == ticket)]);

    public Task<QuoteNumber> NextNumberAsync(int year, CancellationToken ct) => Task.FromResult(new QuoteNumber(year, ++_count));

    public Task AddAsync(Quote quote, CancellationToken ct)
    {
        _quotes.Add(quote.Id, quote);
        return Task.CompletedTask;
    }

    public Task SaveAsync(Quote quote, CancellationToken ct)
    {
        Saves++;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(QuoteId id, CancellationToken ct)
    {
        _quotes.Remove(id);
        return Task.CompletedTask;
    }

    public Task<QuotedWork> OnAsync(TicketId ticket, CancellationToken ct) => Task.FromResult(new QuotedWork(
        [
            .. from quote in _quotes.Values
               where quote.Ticket == ticket && quote.Answer is { IsYes: true }
               select new AcceptedQuote(quote.Id, quote.Number, quote.Terms.Total, quote.MadeFor, quote.SentAt!.Value, quote.Answer!.At),
        ],
        []));
}
