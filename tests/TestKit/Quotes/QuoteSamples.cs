using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Tickets;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Quotes;

/// <summary>Quotes that are right as they come: a test sets only what matters to it.</summary>
public static class QuoteSamples
{
    /// <summary>Open.</summary>
    public static readonly TicketState Ticket = TicketSamples.Ticket().ToState();

    /// <summary>Two lines that come to 524.00, until the end of 20 November 2026 in Rome.</summary>
    public static QuoteTerms Terms(string validUntilOn = "2026-11-20", string? note = null, IReadOnlyList<QuoteLine>? lines = null) => QuoteTerms.Create(
        lines ?? [new("A print server", 1, new Money(49_000)), new("A cable", 4, new Money(850))], LocalDatePattern.Iso.Parse(validUntilOn).Value, note);

    public static Quote Draft(QuoteTerms? terms = null, Instant? at = null) => Quote.Draft(
        new(2026, 1), Ticket, terms ?? Terms(), TicketSamples.Staff, at ?? TicketSamples.ReceivedAt);

    public static Quote Sent(QuoteTerms? terms = null, Instant? at = null)
    {
        var quote = Draft(terms, at);
        quote.Send(Ticket, TicketSamples.Staff, at ?? TicketSamples.ReceivedAt);
        return quote;
    }
}
