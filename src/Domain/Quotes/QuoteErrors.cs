using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

/// <summary>Every refusal about quotes, a line each.</summary>
public static class QuoteErrors
{
    public static BusinessException NotFound() => new(Refusal.NotFound, "quote_not_found", "There is no such quote.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "quote_changed_meanwhile", "The quote was changed meanwhile: read it, then try again.");

    public static BusinessException IllegalMove(QuoteState state, QuoteMove move, IEnumerable<QuoteMove> legal) => new(
        Refusal.Conflict, "illegal_quote_move", $"A quote that is {SnakeCase.Of(state)} cannot take the move {SnakeCase.Of(move)}.",
        allowed: [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException ValidityOver(LocalDate lastDay, IEnumerable<QuoteMove> legal) => new(
        Refusal.Conflict, "quote_validity_over", $"Its last day was {lastDay}: give it a later one before it is sent.",
        allowed: [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException CustomersOnly() =>
        new(Refusal.Forbidden, "customers_only", "Only the customer may accept or decline a quote.");

    public static BusinessException TotalTooLarge() =>
        new(Refusal.RuleBroken, "quote_total_too_large", $"A quote comes to {Money.Largest} at the most.", "lines");
}
