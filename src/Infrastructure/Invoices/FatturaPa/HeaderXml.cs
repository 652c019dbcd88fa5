using System.Xml.Linq;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>From whom, to whom, and by which way.</summary>
internal static class HeaderXml
{
    public const string NoRecipientCode = "0000000";

    /// <summary>Instead of a recipient code, for those whom the exchange system does not deliver to.</summary>
    public const string RecipientAbroad = "XXXXXXX";

    /// <summary>Whose tax office takes part in the exchange system, with a recipient code of its own.</summary>
    public const string SanMarino = "SM";

    private const string Italy = "IT";

    private const string PostalCodeAbroad = "00000";

    /// <summary>Of whoever has none: the exchange system does not look into numbers of other countries.</summary>
    private const string NoNumberAbroad = "99999999999";

    public static XElement Of(ElectronicInvoiceSource source, Seller seller) => new(
        "FatturaElettronicaHeader", Transmission(source, seller.TransmitterId), Company(seller), Customer(source.Customer));

    private static XElement Transmission(ElectronicInvoiceSource source, string transmitter)
    {
        var code = RecipientCode(source);
        return new(
            "DatiTrasmissione",
            Identifier("IdTrasmittente", Italy, transmitter),
            new XElement("ProgressivoInvio", source.Progressive),
            new XElement("FormatoTrasmissione", InvoiceXml.Format),
            new XElement("CodiceDestinatario", code),
            InvoiceXml.Optional("PECDestinatario", code == NoRecipientCode ? source.Delivery.CertifiedEmail : null));
    }

    private static string RecipientCode(ElectronicInvoiceSource source)
    {
        if (!IsUnknownInItaly(source.Customer))
            return source.Delivery.RecipientCode ?? NoRecipientCode;

        var isOfSanMarino = source.Customer.BillingAddress.Country.Value == SanMarino;
        return isOfSanMarino && source.Delivery.RecipientCode is { } code ? code : RecipientAbroad;
    }

    private static XElement Company(Seller seller) => new(
        "CedentePrestatore",
        new XElement(
            "DatiAnagrafici",
            Identifier("IdFiscaleIVA", Italy, seller.VatNumber),
            InvoiceXml.Optional("CodiceFiscale", seller.TaxCode),
            Name(seller.Name),
            new XElement("RegimeFiscale", seller.TaxRegime)),
        Seat(seller.Seat));

    private static XElement Customer(BilledCustomer customer) => new(
        "CessionarioCommittente",
        new XElement(
            "DatiAnagrafici",
            TaxNumber(customer),
            InvoiceXml.Optional("CodiceFiscale", IsUnknownInItaly(customer) ? null : customer.TaxCode),
            Name(customer.Name)),
        Seat(customer.BillingAddress));

    private static XElement? TaxNumber(BilledCustomer customer)
    {
        if (IsUnknownInItaly(customer))
            return Identifier("IdFiscaleIVA", customer.BillingAddress.Country.Value, customer.VatNumber ?? NoNumberAbroad);

        return customer.VatNumber is { } number ? Identifier("IdFiscaleIVA", Italy, number) : null;
    }

    /// <summary>Who lives abroad, but for a person with an Italian tax code: they are invoiced as if they lived here.</summary>
    private static bool IsUnknownInItaly(BilledCustomer customer) =>
        !customer.BillingAddress.Country.IsItaly && (customer.VatNumber is not null || customer.TaxCode is null);

    private static XElement Identifier(string name, string country, string code) =>
        new(name, new XElement("IdPaese", country), new XElement("IdCodice", code));

    private static XElement Name(string name) => new("Anagrafica", new XElement("Denominazione", LatinText.Fit(name, CustomerDetails.MaxNameLength)));

    private static XElement Seat(PostalAddress address) => new(
        "Sede",
        new XElement("Indirizzo", LatinText.Fit(address.Street, PostalAddress.MaxStreetLength)),
        new XElement("CAP", address.Country.IsItaly ? address.PostalCode : PostalCodeAbroad),
        new XElement("Comune", LatinText.Fit(address.City, PostalAddress.MaxCityLength)),
        InvoiceXml.Optional("Provincia", address.Province),
        new XElement("Nazione", address.Country.Value));
}
