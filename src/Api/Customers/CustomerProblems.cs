using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Customers;

internal static class CustomerProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["customer_not_found"] = new("Cliente inesistente", "No such customer"),
        ["reach_restricted"] = new("La chiave vede solo alcuni clienti", "The key sees only some customers"),
        ["customer_changed_meanwhile"] = new("Il cliente è cambiato nel frattempo", "The customer was changed meanwhile"),
        ["invalid_vat_number"] = new("Partita IVA non valida", "VAT number not valid"),
        ["invalid_tax_code"] = new("Codice fiscale non valido", "Tax code not valid"),
        ["company_without_number"] = new("Azienda senza partita IVA né codice fiscale", "Company without VAT number and tax code"),
        ["private_with_vat_number"] = new("Un privato non ha partita IVA", "A private customer has no VAT number"),
        ["private_with_code_of_organisation"] = new("Codice fiscale di un ente per un privato", "Tax code of an organisation for a person"),
        ["unknown_country"] = new("Paese sconosciuto", "Unknown country"),
        ["invalid_postal_code"] = new("CAP non valido", "Postal code not valid"),
        ["invalid_province"] = new("Provincia non valida", "Province not valid"),
        ["invalid_recipient_code"] = new("Codice destinatario non valido", "Recipient code not valid"),
        ["two_invoice_addresses"] = new("Codice destinatario e PEC insieme", "Recipient code and certified e-mail together"),
        ["split_and_exempt"] = new("Scissione dei pagamenti ed esenzione insieme", "Split payment and exemption together"),
        ["unknown_vat_nature"] = new("Natura IVA sconosciuta", "Unknown reason for no VAT"),
        ["site_not_found"] = new("Sede inesistente", "No such site"),
        ["site_changed_meanwhile"] = new("La sede è cambiata nel frattempo", "The site was changed meanwhile"),
        ["site_has_contacts"] = new("Ci sono referenti in questa sede", "There are contacts at this site"),
        ["contact_at_unknown_site"] = new("Sede del referente sconosciuta", "Unknown site of the contact"),
        ["contact_not_found"] = new("Referente inesistente", "No such contact"),
        ["contact_changed_meanwhile"] = new("Il referente è cambiato nel frattempo", "The contact was changed meanwhile"),
        ["consent_not_found"] = new("Consenso inesistente", "No such consent"),
        ["consent_in_the_future"] = new("Consenso datato nel futuro", "Consent dated in the future"),
        ["consent_withdrawn_before_given"] = new("Revoca precedente al consenso", "Withdrawal before the consent"),
        ["consent_withdrawn"] = new("Consenso già revocato", "Consent withdrawn already"),
    };
}
