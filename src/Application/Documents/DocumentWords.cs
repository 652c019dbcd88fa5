using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Documents;

/// <summary>The words that documents have in common, in both languages.</summary>
internal static class DocumentWords
{
    public static readonly LocalizedText Draft = new("Bozza", "Draft");

    public static readonly LocalizedText Customer = new("Cliente", "Customer");
    public static readonly LocalizedText VatNumber = new("Partita IVA", "VAT number");
    public static readonly LocalizedText TaxCode = new("Codice fiscale", "Tax code");
    public static readonly LocalizedText Phone = new("Tel.", "Tel.");

    public static readonly LocalizedText Number = new("Numero", "Number");
    public static readonly LocalizedText Reason = new("Motivo", "Reason");

    public static readonly LocalizedText Lines = new("Voci", "Items");
    public static readonly LocalizedText LineNumber = new("N.", "No.");
    public static readonly LocalizedText Description = new("Descrizione", "Description");
    public static readonly LocalizedText Quantity = new("Quantità", "Quantity");
    public static readonly LocalizedText UnitPrice = new("Prezzo", "Price");
    public static readonly LocalizedText Vat = new("IVA", "VAT");
    public static readonly LocalizedText Amount = new("Importo", "Amount");
    public static readonly LocalizedText Pieces = new("pz", "pc");
    public static readonly LocalizedText PerHour = new("/ora", "/hour");
    public static readonly LocalizedText Gross = new("Prezzo pieno", "Full price");
    public static readonly LocalizedText Discounts = new("Sconti", "Discounts");
    public static readonly LocalizedText Guarantees = new("Garanzie applicate", "Guarantees that apply");

    public static readonly LocalizedText Fingerprint = new("Impronta SHA-256", "SHA-256");
    public static readonly LocalizedText Page = new("Pagina", "Page");
    public static readonly LocalizedText OfPages = new("di", "of");
}
