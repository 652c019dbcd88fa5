using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>Lists quotes that the caller may see as they stand now, in the order in which they were drafted.</summary>
/// <param name="Tickets">For which tickets; empty for any.</param>
/// <param name="Customers">Whose; empty for anybody's.</param>
/// <param name="States">Where they stand; empty for anywhere.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
public sealed record ListQuotesQuery(
    IReadOnlyCollection<TicketId> Tickets, IReadOnlyCollection<CustomerId> Customers, IReadOnlyCollection<QuoteState> States, int Limit,
    QuoteId? After) : IRequest<Page<QuoteAt>>;

internal sealed class ListQuotesHandler(IQuoteStore quotes, ICaller caller, IClock clock) : IRequestHandler<ListQuotesQuery, Page<QuoteAt>>
{
    public async Task<Page<QuoteAt>> Handle(ListQuotesQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var filter = new QuoteFilter(request.Tickets, request.Customers, request.States, now);

        var page = await quotes.ListAsync(filter, QuoteSight.Of(caller), request.Limit, request.After, cancellationToken);
        return new([.. page.Items.Select(quote => new QuoteAt(quote, now))], page.HasMore);
    }
}
