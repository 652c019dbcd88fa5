using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Prices;

internal static class PriceProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["price_list_not_found"] = new("Listino inesistente", "No such price list"),
        ["no_price_list_then"] = new("Nessun listino in vigore quel giorno", "No price list held then"),
        ["price_list_in_the_past"] = new("Listino con decorrenza anteriore a domani", "Price list from a day before tomorrow"),
        ["price_list_same_day"] = new("Due listini con la stessa decorrenza", "Two price lists from the same day"),
        ["unknown_priced_plan"] = new("Prezzi di un piano sconosciuto", "Prices of an unknown plan"),
        ["plan_priced_twice"] = new("Piano indicato due volte nel listino", "Plan priced twice"),
        ["plan_not_priced"] = new("Mancano i prezzi di un piano", "A plan has no prices"),
        ["price_figure_out_of_range"] = new("Valore del listino fuori dai limiti", "Figure of the price list out of range"),
        ["dearer_than_standard"] = new("Con il contratto costerebbe più che senza", "Dearer with a contract than without"),
        ["increment_against_standard"] = new("Scatto di fatturazione incompatibile con Standard", "Billing increment at odds with Standard"),
        ["standard_with_yearly_fee"] = new("Standard non ha canone", "Standard has no yearly fee"),
    };
}
