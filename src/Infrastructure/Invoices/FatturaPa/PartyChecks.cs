using System.Xml.Linq;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Whether it can be told from whom it comes, to whom it goes, and which document it is.</summary>
/// <remarks>By the numbers of the exchange system's list of checks; those that look into its registers, or at the clock, are its own.</remarks>
internal static class PartyChecks
{
    private const int RecipientCodeLength = 7;

    public static IEnumerable<CheckFault> FaultsOf(XDocument document)
    {
        var root = document.Root!;
        var transmission = root.Descendants("DatiTrasmissione").Single();
        var (seller, customer) = (PartyOf(root, "CedentePrestatore"), PartyOf(root, "CessionarioCommittente"));
        var code = transmission.Element("CodiceDestinatario")!.Value;
        var general = root.Descendants("DatiGeneraliDocumento").Single();
        var date = general.Element("Data")!.Value;
        (string Code, bool Fails, string Text)[] checks =
        [
            ("00313", IsAbroad(customer) != (code == HeaderXml.RecipientAbroad) && !IsOfSanMarino(customer),
                "CodiceDestinatario is XXXXXXX for customers of another country, and for no others"),
            ("00417", customer.Element("IdFiscaleIVA") is null && customer.Element("CodiceFiscale") is null,
                "the customer has neither a VAT number nor a tax code"),
            ("00418", root.Descendants("DatiFattureCollegate").Any(other => string.CompareOrdinal(date, other.Element("Data")!.Value) < 0),
                "Data is before that of the invoice which it takes back"),
            ("00425", !general.Element("Numero")!.Value.Any(char.IsAsciiDigit), "Numero has no digit"),
            ("00426", transmission.Element("PECDestinatario") is not null && code != HeaderXml.NoRecipientCode,
                "there is a PECDestinatario beside a CodiceDestinatario"),
            ("00427", code.Length != RecipientCodeLength, "CodiceDestinatario has not seven characters"),
            ("00428", transmission.Element("FormatoTrasmissione")!.Value != InvoiceXml.Format || root.Attribute("versione")?.Value != InvoiceXml.Format,
                "FormatoTrasmissione or versione is not FPR12"),
            ("00471", general.Element("TipoDocumento")!.Value == "TD01" && XNode.DeepEquals(seller.Element("IdFiscaleIVA"), customer.Element("IdFiscaleIVA")),
                "the customer has the VAT number of the company"),
        ];
        return from check in checks where check.Fails select new CheckFault(check.Code, null, check.Text);
    }

    private static XElement PartyOf(XElement root, string name) => root.Descendants(name).Single().Element("DatiAnagrafici")!;

    private static bool IsAbroad(XElement party) => CountryOf(party) is not (null or "IT");

    private static bool IsOfSanMarino(XElement party) => CountryOf(party) == HeaderXml.SanMarino;

    private static string? CountryOf(XElement party) => party.Element("IdFiscaleIVA")?.Element("IdPaese")!.Value;
}
