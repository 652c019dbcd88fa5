using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>Loads and saves quotes.</summary>
public interface IQuoteStore
{
    /// <summary>Null where there is none, or it is not for the reader.</summary>
    Task<Quote?> FindAsync(QuoteId id, QuoteSight sight, CancellationToken ct);

    /// <summary>By id, after a given one; null to begin with the first.</summary>
    Task<Page<Quote>> ListAsync(QuoteFilter filter, QuoteSight sight, int limit, QuoteId? after, CancellationToken ct);

    /// <summary>All quotes for a ticket, drafts too, by id.</summary>
    Task<IReadOnlyList<Quote>> OfTicketAsync(TicketId ticket, CancellationToken ct);

    /// <summary>The number after the last one given in a year.</summary>
    Task<QuoteNumber> NextNumberAsync(int year, CancellationToken ct);

    Task AddAsync(Quote quote, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Quote quote, CancellationToken ct);

    Task DeleteAsync(QuoteId id, CancellationToken ct);
}

/// <summary>Which quotes are meant.</summary>
/// <param name="Tickets">For which tickets; empty for any.</param>
/// <param name="Customers">Whose; empty for anybody's.</param>
/// <param name="States">Where they stand at the instant; empty for anywhere.</param>
/// <param name="At">The instant.</param>
public sealed record QuoteFilter(
    IReadOnlyCollection<TicketId> Tickets, IReadOnlyCollection<CustomerId> Customers, IReadOnlyCollection<QuoteState> States, Instant At);
