using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

/// <summary>What was agreed with a customer on a ticket and all those that were merged with it: no more is charged for it than the quotes that hold.</summary>
/// <remarks>
/// Source: domain.md, section 6. Each ticket has the quote of its own that was accepted last. One that was sent for the ticket in which it
/// goes on, after it went there, is for all that is left of both, and takes its place.
/// </remarks>
public sealed class QuotedWork
{
    private readonly IReadOnlyList<AcceptedQuote> _holding;
    private readonly IReadOnlyCollection<TicketMerge> _merges;

    /// <param name="accepted">All quotes of those tickets that were accepted.</param>
    /// <param name="merges">Which of the tickets went on in which other, and when.</param>
    public QuotedWork(IReadOnlyCollection<AcceptedQuote> accepted, IReadOnlyCollection<TicketMerge> merges)
    {
        _merges = merges;
        var goesOn = merges.ToDictionary(merge => merge.From);
        _holding = [.. accepted.Where(quote => !accepted.Any(other => Replaces(other, quote))).OrderBy(quote => quote.Number.ToString(), StringComparer.Ordinal)];

        bool Replaces(AcceptedQuote other, AcceptedQuote quote)
        {
            if ((other.AcceptedAt, other.Id.Value).CompareTo((quote.AcceptedAt, quote.Id.Value)) <= 0)
                return false;

            var ticket = quote.MadeFor;
            while (ticket != other.MadeFor)
            {
                if (!goesOn.TryGetValue(ticket, out var merge) || other.SentAt < merge.At)
                    return false;
                ticket = merge.Into;
            }

            return true;
        }
    }

    /// <summary>Whether anything was agreed.</summary>
    public bool IsQuoted => _holding.Count > 0;

    /// <summary>The quotes that hold, by number.</summary>
    public IReadOnlyList<QuoteNumber> Numbers => [.. _holding.Select(quote => quote.Number)];

    /// <summary>What may be charged in all; without VAT.</summary>
    public Money Total => _holding.Sum(quote => quote.Total);

    /// <summary>What was charged under them; without VAT. What was before the customer agreed was not.</summary>
    public Money Charged(IEnumerable<TicketCharge> charges) =>
        charges.Where(charge => charge.IssuedAt >= SinceOf(charge.Ticket)).Sum(charge => charge.Net);

    /// <remarks>A ticket without a quote of its own is under the others from when it became one with another.</remarks>
    private Instant SinceOf(TicketId ticket) =>
        _holding.Where(quote => quote.MadeFor == ticket).Select(quote => (Instant?)quote.AcceptedAt).Min()
        ?? Instant.Max(
            _holding.Min(quote => quote.AcceptedAt),
            _merges.Where(merge => merge.From == ticket || merge.Into == ticket).Select(merge => merge.At).DefaultIfEmpty(Instant.MinValue).Min());
}

/// <summary>A quote that the customer wants done.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Total">Without VAT.</param>
/// <param name="MadeFor">For which ticket.</param>
/// <param name="SentAt">When it was sent: it did not change from then on.</param>
/// <param name="AcceptedAt">When the customer agreed.</param>
public sealed record AcceptedQuote(QuoteId Id, QuoteNumber Number, Money Total, TicketId MadeFor, Instant SentAt, Instant AcceptedAt);

/// <summary>That a ticket goes on in another.</summary>
/// <param name="From">Which.</param>
/// <param name="Into">In which.</param>
/// <param name="At">Since when.</param>
public sealed record TicketMerge(TicketId From, TicketId Into, Instant At);

/// <summary>What an issued work report charges on a ticket.</summary>
/// <param name="Ticket">On which.</param>
/// <param name="IssuedAt">When the report was issued.</param>
/// <param name="Net">Without VAT.</param>
public sealed record TicketCharge(TicketId Ticket, Instant IssuedAt, Money Net);
