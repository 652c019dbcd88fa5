using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.ApiKeys;

internal static class ApiKeyProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["unauthenticated"] = new("Serve una chiave API", "An API key is needed"),
        ["invalid_api_key"] = new("Chiave API non valida", "The API key is not valid"),
        ["api_key_expired"] = new("Chiave API scaduta", "The API key has expired"),
        ["missing_scope"] = new("La chiave API non ha il permesso necessario", "The API key lacks a scope"),
        ["api_key_not_found"] = new("Chiave API inesistente", "No such API key"),
        ["scope_not_for_kind"] = new("Permesso non ammesso per questo tipo di chiave", "Scope not for a key of this kind"),
        ["key_needs_customers"] = new("La chiave di un cliente deve indicare quali clienti vede", "A customer's key needs customers"),
        ["admin_key_restricted"] = new("La chiave di un amministratore vede tutti i clienti", "An administrator's key sees all customers"),
        ["key_expires_in_the_past"] = new("Scadenza della chiave nel passato", "The key would expire in the past"),
        ["api_key_not_active"] = new("La chiave API non è più attiva", "The API key is not active any more"),
        ["api_key_already_revoked"] = new("Chiave API già revocata", "The API key is revoked already"),
        ["api_key_changed_meanwhile"] = new("La chiave API è cambiata nel frattempo", "The API key was changed meanwhile"),
    };
}
