using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;
using NodaTime;

namespace MisterAssist.Api.Quotes;

/// <summary>A quote to draft.</summary>
internal sealed record CreateQuoteRequest
{
    /// <summary>The ticket that it is for; the customer is that of the ticket.</summary>
    public required WireId<TicketKind> TicketId { get; init; }

    /// <summary>What is offered, in the order in which the customer reads it.</summary>
    [MinLength(1)]
    [MaxLength(QuoteTerms.MaxLines)]
    public required IReadOnlyList<QuoteLineRequest> Lines { get; init; }

    /// <summary>The last day on which it can be accepted, to its end in Rome.</summary>
    public required LocalDate ValidUntilOn { get; init; }

    /// <summary>For the customer to read.</summary>
    [StringLength(QuoteTerms.MaxNoteLength, MinimumLength = 1)]
    public string? Note { get; init; }

    public CreateQuoteCommand ToCommand() =>
        new(new(TicketId.Value), new([.. Lines.Select(line => line.ToLine())], ValidUntilOn, Note));
}

/// <summary>All of a draft that can be changed.</summary>
internal sealed record UpdateQuoteRequest
{
    /// <summary>What is offered, all of it: a list replaces the one before.</summary>
    [MinLength(1)]
    [MaxLength(QuoteTerms.MaxLines)]
    public required IReadOnlyList<QuoteLineRequest> Lines { get; init; }

    /// <summary>The last day on which it can be accepted, to its end in Rome.</summary>
    public required LocalDate ValidUntilOn { get; init; }

    /// <summary>For the customer to read.</summary>
    [StringLength(QuoteTerms.MaxNoteLength, MinimumLength = 1)]
    public string? Note { get; init; }

    public static UpdateQuoteRequest Of(QuoteTerms terms) => new()
    {
        Lines = [.. terms.Lines.Select(QuoteLineRequest.Of)],
        ValidUntilOn = terms.ValidUntilOn,
        Note = terms.Note,
    };

    public UpdateQuoteCommand ToCommand(QuoteId id, KnownVersion known) =>
        new(id, new([.. Lines.Select(line => line.ToLine())], ValidUntilOn, Note), known);
}

/// <summary>Something that is offered.</summary>
internal sealed record QuoteLineRequest
{
    /// <summary>As the customer reads it.</summary>
    [StringLength(QuoteLine.MaxDescriptionLength, MinimumLength = 1)]
    public required string Description { get; init; }

    /// <summary>How many.</summary>
    [Range(1, QuoteLine.MaxQuantity)]
    public required int Quantity { get; init; }

    /// <summary>Of one, without VAT.</summary>
    public required MoneyRequest UnitPrice { get; init; }

    public static QuoteLineRequest Of(QuoteLine line) =>
        new() { Description = line.Description, Quantity = line.Quantity, UnitPrice = MoneyRequest.Of(line.UnitPrice) };

    public QuoteLine ToLine() => new(Description.Trim(), Quantity, UnitPrice.Amount);
}

/// <summary>That a customer does not want what a quote offers. It costs nothing.</summary>
internal sealed record DeclineQuoteRequest
{
    /// <summary>Why, if they like to say.</summary>
    [StringLength(QuoteAnswer.MaxReasonLength, MinimumLength = 1)]
    public string? Reason { get; init; }
}

/// <summary>A quote as it stands now.</summary>
internal sealed record QuoteResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it: `PR-2026-000123`.</summary>
    [StringLength(17)]
    public required string Number { get; init; }

    /// <summary>The ticket that it is for.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>Whose ticket it is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>Where it stands. One that was sent reads `expired` from the midnight after its last day on.</summary>
    public required QuoteState State { get; init; }

    /// <summary>What is offered.</summary>
    [MaxLength(QuoteTerms.MaxLines)]
    public required IReadOnlyList<QuoteLineResponse> Lines { get; init; }

    /// <summary>The sum of the lines, without VAT.</summary>
    public required MoneyResponse Total { get; init; }

    /// <summary>The last day on which it can be accepted, to its end in Rome.</summary>
    public required LocalDate ValidUntilOn { get; init; }

    /// <summary>For the customer to read; null for nothing.</summary>
    [StringLength(QuoteTerms.MaxNoteLength)]
    public required string? Note { get; init; }

    /// <summary>When it was drafted.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When the customer got it; null for a draft.</summary>
    public required Instant? SentAt { get; init; }

    /// <summary>What the customer said; null where they have not.</summary>
    public required QuoteAnswerResponse? Answer { get; init; }

    internal long Version { get; init; }

    string IVersioned.Version => Version.ToString(CultureInfo.InvariantCulture);

    string IVersioned.Moment => State.ToString();

    public static QuoteResponse Of(QuoteAt seen)
    {
        var quote = seen.Quote;
        return new()
        {
            Id = quote.Id.ToString(),
            Number = quote.Number.ToString(),
            TicketId = quote.Ticket.ToString(),
            CustomerId = quote.Customer.ToString(),
            State = quote.StateAt(seen.At),
            Lines = [.. quote.Terms.Lines.Select(QuoteLineResponse.Of)],
            Total = MoneyResponse.Of(quote.Terms.Total),
            ValidUntilOn = quote.Terms.ValidUntilOn,
            Note = quote.Terms.Note,
            CreatedAt = quote.CreatedAt,
            SentAt = quote.SentAt,
            Answer = quote.Answer is { } answer ? QuoteAnswerResponse.Of(answer) : null,
            Version = quote.Version,
        };
    }
}

/// <summary>Something that is offered.</summary>
internal sealed record QuoteLineResponse
{
    /// <summary>As the customer reads it.</summary>
    [StringLength(QuoteLine.MaxDescriptionLength)]
    public required string Description { get; init; }

    /// <summary>How many.</summary>
    [Range(1, QuoteLine.MaxQuantity)]
    public required int Quantity { get; init; }

    /// <summary>Of one, without VAT.</summary>
    public required MoneyResponse UnitPrice { get; init; }

    /// <summary>Of all of them, without VAT.</summary>
    public required MoneyResponse Amount { get; init; }

    public static QuoteLineResponse Of(QuoteLine line) => new()
    {
        Description = line.Description,
        Quantity = line.Quantity,
        UnitPrice = MoneyResponse.Of(line.UnitPrice),
        Amount = MoneyResponse.Of(line.Amount),
    };
}

/// <summary>What a customer said to a quote. Which of the two, its state tells.</summary>
internal sealed record QuoteAnswerResponse
{
    public required ActorResponse By { get; init; }

    /// <summary>When.</summary>
    public required Instant AnsweredAt { get; init; }

    /// <summary>Why they declined; null where they did not say, or accepted.</summary>
    [StringLength(QuoteAnswer.MaxReasonLength)]
    public required string? Reason { get; init; }

    public static QuoteAnswerResponse Of(QuoteAnswer answer) =>
        new() { By = ActorResponse.Of(answer.By), AnsweredAt = answer.At, Reason = answer.Reason };
}
