using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices;

/// <summary>The words of invoices, credit notes and statements, in both languages.</summary>
internal static class InvoiceWords
{
    public static readonly LocalizedText DraftMeans = new(
        "Questo documento non è stato emesso: può ancora cambiare e non ha valore.",
        "This document has not been issued: it may still change and has no force.");

    public static readonly LocalizedText Credited = new("Stornata", "Credited");
    public static readonly LocalizedText CreditedMeans = new(
        "Questo documento è stato stornato per intero: non va pagato.", "All of this document was taken back: it is not to be paid.");

    public static readonly LocalizedText IssuedOn = new("Data", "Date");
    public static readonly LocalizedText NotIssued = new("non emesso", "not issued");
    public static readonly LocalizedText Month = new("Mese", "Month");
    public static readonly LocalizedText Terms = new("Pagamento", "Payment");
    public static readonly LocalizedText DueOn = new("Scadenza", "Due");
    public static readonly LocalizedText Status = new("Stato", "Status");
    public static readonly LocalizedText Credits = new("Storna", "Takes back");
    public static readonly LocalizedText GivesBack = new("Canoni già fatturati con", "Fees charged by");
    public static readonly LocalizedText Of = new("del", "of");
    public static readonly LocalizedText Overdue = new("scaduta", "overdue");

    public static readonly LocalizedText NothingOwed = new("Nulla da pagare", "Nothing to be paid");
    public static readonly LocalizedText NothingOwedMeans = new(
        "Per questo mese non è dovuto nulla. L'estratto non è una fattura: mostra che cosa è stato fatto e quanto valeva.",
        "Nothing is owed for this month. A statement is no invoice: it shows what was done and what it was worth.");

    public static readonly LocalizedText Fees = new("Canoni di contratto", "Contract fees");
    public static readonly LocalizedText Report = new("Rapporto di lavoro", "Work report");
    public static readonly LocalizedText Days = new("gg", "days");
    public static readonly LocalizedText PerYear = new("/anno", "/year");
    public static readonly LocalizedText LineCredited = new("stornata", "credited");

    public static readonly LocalizedText VatSummary = new("Riepilogo IVA", "VAT summary");
    public static readonly LocalizedText Rate = new("Aliquota", "Rate");
    public static readonly LocalizedText Taxable = new("Imponibile", "Taxable");
    public static readonly LocalizedText Tax = new("Imposta", "VAT");
    public static readonly LocalizedText Split = new("scissione dei pagamenti", "split payment");
    public static readonly LocalizedText SplitMeans = new(
        "Scissione dei pagamenti (art. 17-ter del D.P.R. 633/1972): l'IVA non si paga a noi, la versa il cliente all'erario.",
        "Split payment (art. 17-ter of D.P.R. 633/1972): the VAT is not paid to us, the customer pays it to the tax office.");

    public static readonly LocalizedText Net = new("Totale imponibile", "Total without VAT");
    public static readonly LocalizedText AllTax = new("Totale IVA", "Total VAT");
    public static readonly LocalizedText Total = new("Totale documento", "Total");
    public static readonly LocalizedText SplitOff = new("IVA versata dal cliente", "VAT paid by the customer");
    public static readonly LocalizedText TakenBack = new("Stornato con note di credito", "Taken back by credit notes");
    public static readonly LocalizedText Paid = new("Già pagato", "Paid already");
    public static readonly LocalizedText ToBePaid = new("Da pagare", "To be paid");
    public static readonly LocalizedText InYourFavour = new("A vostro credito", "In your favour");
    public static readonly LocalizedText VatOnTheSum = new(
        "Importi in euro. L'IVA è calcolata per aliquota sulla somma delle voci.",
        "Amounts in euro. VAT is computed per rate on the sum of the items.");

    public static readonly LocalizedText HowToPay = new("Come pagare", "How to pay");
    public static readonly LocalizedText Payments = new("Pagamenti ricevuti", "Payments received");
    public static readonly LocalizedText Reference = new("Riferimento", "Reference");
    public static readonly LocalizedText Notes = new("Note", "Notes");
    public static readonly LocalizedText Courtesy = new(
        "Copia di cortesia: fa fede la fattura elettronica.", "Courtesy copy: what counts is the electronic invoice.");

    public static LocalizedText Title(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => new("Fattura", "Invoice"),
        InvoiceKind.CreditNote => new("Nota di credito", "Credit note"),
        _ => new("Estratto", "Statement"),
    };

    public static LocalizedText StatusOf(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => new("bozza", "draft"),
        InvoiceStatus.Issued => new("da pagare", "to be paid"),
        InvoiceStatus.Paid => new("pagata", "paid"),
        _ => new("stornata", "credited"),
    };

    /// <summary>From which invoice a credit note is taken off.</summary>
    public static LocalizedText TakenOff(string number) => new($"Detratto da {number}", $"Taken off {number}");

    /// <summary>Where what was taken back is to be paid.</summary>
    public static LocalizedText OwedAgain(string number) => new($"Di nuovo dovuto con {number}", $"Owed again by {number}");

    /// <summary>By when it is paid, counted from its date.</summary>
    public static LocalizedText Within(int days) => days switch
    {
        0 => new("alla data del documento", "on the date of the document"),
        1 => new("1 giorno dalla data", "1 day from the date"),
        _ => new($"{days} giorni dalla data", $"{days} days from the date"),
    };

    /// <summary>By when, where a day is known.</summary>
    public static LocalizedText By(string day) => new($"entro il {day}", $"by {day}");

    /// <summary>How money is sent.</summary>
    public static LocalizedText Transfer(string iban, string holder, string number) => new(
        $"Con bonifico sul conto {iban} intestato a {holder}, causale {number}.",
        $"By bank transfer to the account {iban} of {holder}, with the reference {number}.");
}
