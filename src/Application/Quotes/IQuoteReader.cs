using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Quotes;

/// <summary>Tells what a customer has agreed to.</summary>
public interface IQuoteReader
{
    /// <summary>What was agreed on a ticket and all those that were merged with it.</summary>
    Task<QuotedWork> OnAsync(TicketId ticket, CancellationToken ct);
}
