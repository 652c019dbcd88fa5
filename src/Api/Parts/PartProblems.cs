using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Parts;

internal static class PartProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["unknown_part"] = new("Ricambio sconosciuto", "Unknown part"),
        ["part_not_found"] = new("Parte di ricambio inesistente", "No such part"),
        ["part_changed_meanwhile"] = new("La parte di ricambio è cambiata nel frattempo", "The part was changed meanwhile"),
        ["part_code_taken"] = new("Codice già usato da un'altra parte di ricambio", "Another part has that code"),
        ["part_retired"] = new("Parte di ricambio fuori catalogo", "The part was retired"),
    };
}
