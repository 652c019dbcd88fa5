using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>Tells what a customer has agreed to.</summary>
public interface IQuoteReader
{
    /// <summary>
    /// The quote above which work on a ticket is not charged: the last that was accepted for that very ticket, or else for one that goes on
    /// where it does; null where none was.
    /// </summary>
    Task<AcceptedQuote?> FindAcceptedAsync(TicketId ticket, CancellationToken ct);
}

/// <summary>A quote that the customer wants done.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Total">Without VAT.</param>
/// <param name="Ticket">For which ticket it was accepted.</param>
/// <param name="AcceptedAt">When: what was charged before was not under it.</param>
public sealed record AcceptedQuote(QuoteId Id, QuoteNumber Number, Money Total, TicketId Ticket, Instant AcceptedAt);
