using System.Text.Json.Nodes;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Quotes;

/// <summary>What the documentation shows: a new print server, offered for a month.</summary>
internal static class QuoteExamples
{
    private static readonly LocalDate LastDay = new(2026, 12, 20);

    private static readonly Instant SentAt = Instant.FromUtc(2026, 11, 20, 19, 0);

    private static readonly QuoteLine[] Lines =
    [
        new("Server di stampa, configurato e provato", 1, new(49_000)), new("Cavo di rete, 3 m", 4, new(850)),
    ];

    public static CreateQuoteRequest CreateRequest { get; } = new()
    {
        TicketId = WireId<TicketKind>.Parse(TicketExamples.TicketId, null),
        Lines = [.. Lines.Select(QuoteLineRequest.Of)],
        ValidUntilOn = LastDay,
        Note = "Il montaggio è compreso.",
    };

    public static JsonObject Patch => new() { ["validUntilOn"] = "2026-12-20", ["note"] = "Il montaggio è compreso." };

    public static DeclineQuoteRequest DeclineRequest { get; } = new() { Reason = "Per quest'anno rimandiamo." };

    public static QuoteResponse Draft { get; } = new()
    {
        Id = "quo_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Number = "PR-2026-000123",
        TicketId = TicketExamples.TicketId,
        CustomerId = CustomerExamples.Id,
        State = QuoteState.Draft,
        Lines = [.. Lines.Select(QuoteLineResponse.Of)],
        Total = MoneyResponse.Of(Lines.Sum(line => line.Amount)),
        ValidUntilOn = LastDay,
        Note = CreateRequest.Note,
        CreatedAt = CustomerExamples.CreatedAt,
        SentAt = null,
        Answer = null,
    };

    public static QuoteResponse Sent { get; } = Draft with { State = QuoteState.Sent, SentAt = SentAt };

    public static QuoteResponse Accepted { get; } = Sent with { State = QuoteState.Accepted, Answer = Answer(null) };

    public static QuoteResponse Declined { get; } = Sent with { State = QuoteState.Declined, Answer = Answer(DeclineRequest.Reason) };

    public static PageResponse<QuoteResponse> Page { get; } = new() { Data = [Sent], NextCursor = null };

    private static QuoteAnswerResponse Answer(string? reason) => new()
    {
        By = new() { Kind = ActorKind.Customer, Name = "Forno Esempio" },
        AnsweredAt = SentAt + Duration.FromDays(3),
        Reason = reason,
    };
}
