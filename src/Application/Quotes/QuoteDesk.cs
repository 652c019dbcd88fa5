using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Quotes;

/// <summary>Moves a quote on in its life, and tells of it on the ticket that it is for.</summary>
internal sealed class QuoteDesk(IQuoteStore quotes, ITicketReader tickets, ChangeLog log)
{
    /// <exception cref="BusinessException">There is no such quote that the caller may see, or it does not take the move.</exception>
    public async Task<QuoteAt> DoAsync(
        QuoteId id, KnownVersion known, Action<Quote, TicketState, Deed> move, string type, CancellationToken ct)
    {
        var now = log.Now;
        var quote = await quotes.FindAsync(id, QuoteSight.Of(log), ct) ?? throw QuoteErrors.NotFound();
        known.Require(quote.Version);

        var ticket = (await tickets.FindAsync(quote.Ticket, log.Reach, ct))!;

        var before = quote.StateAt(now);
        move(quote, ticket, new(log.Actor, now));

        await quotes.SaveAsync(quote, ct);
        await log.TellAsync(type, quote.Customer, quote.Ticket, Told(quote, before, now), quote.Answer?.Reason, now, ct);
        return new(quote, now);
    }

    /// <summary>Lets the quotes of a ticket go along into the one in which it goes on. Of drafts nobody is told: nobody has seen them.</summary>
    public async Task MergeAsync(TicketId from, TicketId into, Instant at, CancellationToken ct)
    {
        foreach (var quote in await quotes.OfTicketAsync(from, ct))
        {
            quote.GoAlong(into);
            await quotes.SaveAsync(quote, ct);
            if (quote.SentAt is null)
                continue;

            Change[] told = [new("quoteId", null, quote.Id.ToString()), new("ticketId", from.ToString(), into.ToString())];
            await log.TellAsync("quote.moved", quote.Customer, into, told, null, at, ct);
        }
    }

    private static Change[] Told(Quote quote, QuoteState before, Instant now) =>
    [
        new("quoteId", null, quote.Id.ToString()),
        new("number", null, quote.Number.ToString()),
        new("state", SnakeCase.Of(before), SnakeCase.Of(quote.StateAt(now))),
        new("total", null, quote.Terms.Total.ToString()),
        new("validUntilOn", null, LocalDatePattern.Iso.Format(quote.Terms.ValidUntilOn)),
    ];
}
