using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Quotes;

/// <summary>Moves a quote on in its life, and tells of it on the ticket that it is for.</summary>
internal sealed class QuoteDesk(IQuoteStore quotes, ChangeLog log)
{
    /// <exception cref="BusinessException">There is no such quote that the caller may see, or it does not take the move.</exception>
    public async Task<QuoteAt> DoAsync(
        QuoteId id, KnownVersion known, Action<Quote, Actor, Instant> move, string type, CancellationToken ct)
    {
        var now = log.Now;
        var quote = await quotes.FindAsync(id, QuoteSight.Of(log), ct) ?? throw QuoteErrors.NotFound();
        known.Require(quote.Version);

        var before = quote.StateAt(now);
        move(quote, log.Actor, now);

        await quotes.SaveAsync(quote, ct);
        await log.TellAsync(type, quote.Customer, quote.Ticket, Told(quote, before, now), quote.Answer?.Reason, now, ct);
        return new(quote, now);
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
