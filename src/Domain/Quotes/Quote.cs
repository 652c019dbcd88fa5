using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

/// <summary>A priced offer for a ticket. Declining it is free, and is only recorded.</summary>
public sealed class Quote
{
    private static readonly Dictionary<QuoteState, QuoteMove[]> Moves = new()
    {
        [QuoteState.Draft] = [QuoteMove.Change, QuoteMove.Delete, QuoteMove.Send],
        [QuoteState.Sent] = [QuoteMove.Accept, QuoteMove.Decline],
        [QuoteState.Accepted] = [],
        [QuoteState.Declined] = [],
        [QuoteState.Expired] = [],
    };

    private Quote(
        QuoteId id, QuoteNumber number, TicketId madeFor, TicketId ticket, CustomerId customer, QuoteTerms terms, Instant createdAt,
        Instant? sentAt, QuoteAnswer? answer, long version) =>
        (Id, Number, MadeFor, Ticket, Customer, Terms, CreatedAt, SentAt, Answer, Version) =
        (id, number, madeFor, ticket, customer, terms, createdAt, sentAt, answer, version);

    public QuoteId Id { get; }

    public QuoteNumber Number { get; }

    /// <summary>For which ticket it was made.</summary>
    public TicketId MadeFor { get; }

    /// <summary>The same, or the one in which that goes on.</summary>
    public TicketId Ticket { get; private set; }

    /// <summary>Whose ticket it is.</summary>
    public CustomerId Customer { get; }

    public QuoteTerms Terms { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>Null for a draft.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>Null until the customer says something.</summary>
    public QuoteAnswer? Answer { get; private set; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    /// <exception cref="BusinessException">The ticket was cancelled or merged, or somebody else than a person of the company acts.</exception>
    public static Quote Draft(QuoteNumber number, TicketState ticket, QuoteTerms terms, Actor by, Instant now)
    {
        by.RefuseUnlessStaff("draft quotes");
        ticket.RefuseGone();
        return new(QuoteId.New(now), number, ticket.Id, ticket.Id, ticket.CustomerId, terms, now, null, null, 1);
    }

    /// <summary>For persistence only.</summary>
    public static Quote FromState(
        QuoteId id, QuoteNumber number, TicketId madeFor, TicketId ticket, CustomerId customer, QuoteTerms terms, Instant createdAt,
        Instant? sentAt, QuoteAnswer? answer, long version) => new(id, number, madeFor, ticket, customer, terms, createdAt, sentAt, answer, version);

    public QuoteState StateAt(Instant at) => this switch
    {
        { SentAt: null } => QuoteState.Draft,
        { Answer.IsYes: true } => QuoteState.Accepted,
        { Answer: not null } => QuoteState.Declined,
        _ when at >= Terms.EndsAt => QuoteState.Expired,
        _ => QuoteState.Sent,
    };

    /// <summary>Offers something else; where it is the same, it stays in its version.</summary>
    /// <exception cref="BusinessException">It is no draft, its ticket was cancelled or merged, or somebody else than a person of the company acts.</exception>
    public void Change(QuoteTerms terms, TicketState ticket, Actor by, Instant now)
    {
        by.RefuseUnlessStaff("change quotes");
        RefuseUnlessLegal(QuoteMove.Change, now);
        ticket.RefuseGone();
        if (terms != Terms)
            (Terms, Version) = (terms, Version + 1);
    }

    /// <exception cref="BusinessException">It is no draft, or somebody else than a person of the company acts.</exception>
    public void RefuseUnlessDeletable(Actor by, Instant now)
    {
        by.RefuseUnlessStaff("delete quotes");
        RefuseUnlessLegal(QuoteMove.Delete, now);
    }

    /// <summary>Gives it to the customer. From here on it does not change.</summary>
    /// <exception cref="BusinessException">It is no draft, its ticket was cancelled or merged, its last day is over, or somebody else than a person of the company acts.</exception>
    public void Send(TicketState ticket, Actor by, Instant now)
    {
        by.RefuseUnlessStaff("send quotes");
        RefuseUnlessLegal(QuoteMove.Send, now);
        ticket.RefuseGone();
        if (now >= Terms.EndsAt)
            throw QuoteErrors.ValidityOver(Terms.ValidUntilOn, [QuoteMove.Change, QuoteMove.Delete]);

        (SentAt, Version) = (now, Version + 1);
    }

    /// <exception cref="BusinessException">It was answered before or has expired, its ticket was cancelled, or somebody else than the customer acts.</exception>
    public void Accept(TicketState ticket, Actor by, Instant now)
    {
        RefuseUnlessAnswerable(QuoteMove.Accept, by, now);
        ticket.RefuseGone();

        Take(new(IsYes: true, by, now, null));
    }

    /// <param name="reason">Why; null where they do not say.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Up to the end of its last day.</param>
    /// <exception cref="BusinessException">It was answered before or has expired, or somebody else than the customer acts.</exception>
    public void Decline(string? reason, Actor by, Instant now)
    {
        RefuseUnlessAnswerable(QuoteMove.Decline, by, now);

        Take(new(IsYes: false, by, now, reason));
    }

    /// <summary>Goes along with its ticket into the one in which that goes on.</summary>
    public void GoAlong(TicketId into) => (Ticket, Version) = (into, Version + 1);

    private void Take(QuoteAnswer answer) => (Answer, Version) = (answer, Version + 1);

    private void RefuseUnlessAnswerable(QuoteMove move, Actor by, Instant now)
    {
        if (by.Kind != ActorKind.Customer)
            throw QuoteErrors.CustomersOnly();
        RefuseUnlessLegal(move, now);
    }

    private void RefuseUnlessLegal(QuoteMove move, Instant now)
    {
        var state = StateAt(now);
        if (!Moves[state].Contains(move))
            throw QuoteErrors.IllegalMove(state, move, Moves[state]);
    }
}
