using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>Tells what a customer has agreed to.</summary>
public interface IQuoteReader
{
    /// <summary>The quote of a ticket, or of the one in which it goes on, that was accepted last; null where none was. Work is not charged above it.</summary>
    Task<AcceptedQuote?> FindAcceptedAsync(TicketId ticket, CancellationToken ct);
}

/// <summary>A quote that the customer wants done.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Total">Without VAT.</param>
/// <param name="AcceptedAt">When: what was charged before was not under it.</param>
public sealed record AcceptedQuote(QuoteId Id, QuoteNumber Number, Money Total, Instant AcceptedAt);
