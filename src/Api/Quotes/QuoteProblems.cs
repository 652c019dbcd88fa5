using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Quotes;

internal static class QuoteProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["quote_not_found"] = new("Preventivo inesistente", "No such quote"),
        ["quote_changed_meanwhile"] = new("Il preventivo è cambiato nel frattempo", "The quote was changed meanwhile"),
        ["illegal_quote_move"] = new("Il preventivo non lo consente ora", "The quote does not take that now"),
        ["quote_validity_over"] = new("Validità del preventivo già trascorsa", "The validity of the quote is over"),
        ["customers_only"] = new("Riservato al cliente", "For the customer alone"),
        ["quote_total_too_large"] = new("Totale del preventivo troppo alto", "The total of the quote is too large"),
    };
}
