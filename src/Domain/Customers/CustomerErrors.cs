using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>Every refusal about customers and what belongs to them, a line each.</summary>
public static class CustomerErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "customer_not_found", "There is no such customer.");

    public static BusinessException OnlyForWhoSeesAll() =>
        new(Refusal.Forbidden, "reach_restricted", "This is for who may see all customers.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "customer_changed_meanwhile", "The customer was changed meanwhile: read it, then try again.");

    public static BusinessException InvalidVatNumber(CountryCode country) =>
        new(Refusal.RuleBroken, "invalid_vat_number",
            country.IsItaly
                ? "An Italian VAT number has eleven digits, of which the last checks the others."
                : $"A VAT number of {country} has 2 to {VatNumber.MaxLength} letters and digits.",
            "vatNumber");

    public static BusinessException InvalidTaxCode() =>
        new(Refusal.RuleBroken, "invalid_tax_code",
            "A tax code has sixteen characters, or eleven digits for an organisation, of which the last checks the others.", "taxCode");

    public static BusinessException CompanyWithoutNumber() =>
        new(Refusal.RuleBroken, "company_without_number", "A company needs a VAT number or a tax code.", "vatNumber");

    public static BusinessException PrivateWithVatNumber() =>
        new(Refusal.RuleBroken, "private_with_vat_number", "Who has a VAT number is a company, also when it is a single person.", "vatNumber");

    public static BusinessException PrivateWithCodeOfOrganisation() =>
        new(Refusal.RuleBroken, "private_with_code_of_organisation", "A person's tax code has sixteen characters.", "taxCode");

    public static BusinessException UnknownCountry(string code, string field) =>
        new(Refusal.RuleBroken, "unknown_country", $"'{code}' is not a country of ISO 3166-1.", field);

    public static BusinessException InvalidPostalCode(string field) =>
        new(Refusal.RuleBroken, "invalid_postal_code", "An Italian postal code has five digits.", field);

    public static BusinessException InvalidProvince(string field) =>
        new(Refusal.RuleBroken, "invalid_province", "An Italian address needs a province of two letters, and no other has one.", field);

    public static BusinessException InvalidRecipientCode() =>
        new(Refusal.RuleBroken, "invalid_recipient_code", "A recipient code has seven letters and digits.", "recipientCode");

    public static BusinessException TwoInvoiceAddresses() =>
        new(Refusal.RuleBroken, "two_invoice_addresses", "Invoices go to a recipient code or to a certified e-mail address, not to both.", "certifiedEmail");

    public static BusinessException SplitAndExempt() =>
        new(Refusal.RuleBroken, "split_and_exempt", "Without VAT there is none to be split.", "taxation.exemption");

    public static BusinessException UnknownNature(string nature) => new(
        Refusal.RuleBroken, "unknown_vat_nature", $"'{nature}' is not a code of the exchange system for why there is no VAT.", "taxation.exemption.nature");

    public static BusinessException SiteNotFound() =>
        new(Refusal.NotFound, "site_not_found", "The customer has no such site.");

    public static BusinessException SiteChangedMeanwhile() =>
        new(Refusal.Conflict, "site_changed_meanwhile", "The site was changed meanwhile: read it, then try again.");

    public static BusinessException SiteHasContacts() =>
        new(Refusal.Conflict, "site_has_contacts", "There are contacts at this site: take them away from it first.");

    public static BusinessException ContactAtUnknownSite(SiteId site) =>
        new(Refusal.RuleBroken, "contact_at_unknown_site", $"The customer has no site '{site}'.", "siteId");

    public static BusinessException ContactNotFound() =>
        new(Refusal.NotFound, "contact_not_found", "The customer has no such contact.");

    public static BusinessException ContactChangedMeanwhile() =>
        new(Refusal.Conflict, "contact_changed_meanwhile", "The contact was changed meanwhile: read it, then try again.");

    public static BusinessException ConsentNotFound() =>
        new(Refusal.NotFound, "consent_not_found", "The customer gave no such consent.");

    public static BusinessException ConsentInTheFuture(string field) =>
        new(Refusal.RuleBroken, "consent_in_the_future", "What is recorded has happened: the day cannot come after today.", field);

    public static BusinessException ConsentWithdrawnBeforeGiven() =>
        new(Refusal.RuleBroken, "consent_withdrawn_before_given", "A consent cannot be withdrawn before it was given.", "withdrawnOn");

    public static BusinessException ConsentWithdrawn() =>
        new(Refusal.Conflict, "consent_withdrawn", "The consent was withdrawn already; a new one can be recorded.");
}
