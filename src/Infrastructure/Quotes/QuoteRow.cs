using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Quotes;

internal sealed class QuoteRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string MadeForId { get; init; }

    public required string TicketId { get; init; }

    public required string CustomerId { get; init; }

    public required string ValidUntilOn { get; init; }

    public string ValidUntilAt { get; private init; } = "";

    public string? Note { get; init; }

    public long Total { get; private init; }

    public required string CreatedAt { get; init; }

    public string? SentAt { get; init; }

    public bool? Accepted { get; init; }

    public string? AnsweredAt { get; init; }

    public string? AnswererKind { get; init; }

    public string? AnswererName { get; init; }

    public string? AnswererKey { get; init; }

    public string? Reason { get; init; }

    public required long Version { get; init; }

    public static QuoteRow From(Quote quote) => new()
    {
        Id = DbText.From(quote.Id.Value),
        Number = quote.Number.ToString(),
        MadeForId = DbText.From(quote.MadeFor.Value),
        TicketId = DbText.From(quote.Ticket.Value),
        CustomerId = DbText.From(quote.Customer.Value),
        ValidUntilOn = DbText.From(quote.Terms.ValidUntilOn),
        ValidUntilAt = DbText.From(quote.Terms.EndsAt),
        Note = quote.Terms.Note,
        Total = quote.Terms.Total.Cents,
        CreatedAt = DbText.From(quote.CreatedAt),
        SentAt = DbText.From(quote.SentAt),
        Accepted = quote.Answer?.IsYes,
        AnsweredAt = DbText.From(quote.Answer?.At),
        AnswererKind = quote.Answer is { } answer ? DbText.From(answer.By.Kind) : null,
        AnswererName = quote.Answer?.By.Name,
        AnswererKey = DbText.From(quote.Answer?.By.KeyId),
        Reason = quote.Answer?.Reason,
        Version = quote.Version,
    };

    public Quote ToQuote(IEnumerable<QuoteLineRow> lines) => Quote.FromState(
        new(DbText.ToId(Id)),
        QuoteNumber.Parse(Number),
        new(DbText.ToId(MadeForId)),
        new(DbText.ToId(TicketId)),
        new(DbText.ToId(CustomerId)),
        QuoteTerms.FromState([.. lines.Select(line => line.ToLine())], DbText.ToDate(ValidUntilOn), Note),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(SentAt),
        ToAnswer(),
        Version);

    private QuoteAnswer? ToAnswer() => Accepted is { } isYes
        ? new(
            isYes, new(DbText.ToEnum<ActorKind>(AnswererKind!), AnswererName!, DbText.ToIdOrNull(AnswererKey)), DbText.ToInstant(AnsweredAt!),
            Reason)
        : null;
}

internal sealed class QuoteLineRow
{
    public required string QuoteId { get; init; }

    public required long Place { get; init; }

    public required string Description { get; init; }

    public required long Quantity { get; init; }

    public required long UnitPrice { get; init; }

    public static QuoteLineRow From(QuoteId quote, int place, QuoteLine line) => new()
    {
        QuoteId = DbText.From(quote.Value),
        Place = place,
        Description = line.Description,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice.Cents,
    };

    public QuoteLine ToLine() => new(Description, (int)Quantity, new(UnitPrice));
}
