using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Invoices;

internal static class InvoiceProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["invoice_not_found"] = new("Fattura inesistente", "No such invoice"),
        ["invoice_line_not_found"] = new("Riga della fattura inesistente", "No such line of the invoice"),
        ["invoice_changed_meanwhile"] = new("La fattura è cambiata nel frattempo", "The invoice was changed meanwhile"),
        ["invoice_not_a_draft"] = new("La fattura non è una bozza", "The invoice is not a draft"),
        ["invoice_not_issued"] = new("La fattura non è emessa", "The invoice is not issued"),
        ["invoice_date_before_last"] = new("Data precedente all'ultima fattura", "Date before that of the last invoice"),
        ["nothing_to_pay"] = new("Nulla da incassare", "Nothing to be paid"),
        ["paid_too_much"] = new("Importo superiore al residuo", "More than is still to be paid"),
        ["paid_in_the_future"] = new("Pagamento datato nel futuro", "Payment dated in the future"),
        ["payment_not_found"] = new("Pagamento inesistente", "No such payment"),
        ["fee_charged_anew"] = new("Giorni già addebitati di nuovo", "The days were charged anew"),
        ["fee_given_back_already"] = new("Canone già restituito in parte", "The fee was given back already, in part"),
        ["credit_note_taken_back_whole"] = new("Nota di credito da stornare per intero", "A credit note is taken back whole"),
        ["not_creditable"] = new("Documento non stornabile", "The document cannot be credited"),
        ["unknown_invoice_line"] = new("Riga della fattura sconosciuta", "Unknown line of the invoice"),
        ["line_credited_already"] = new("Riga già stornata", "Line credited already"),
        ["not_deliverable"] = new("Documento non destinato al Sistema di Interscambio", "Not for the exchange system"),
        ["illegal_delivery_move"] = new("Passaggio di consegna non ammesso", "That does not follow in the delivery"),
        ["electronic_invoice_refused"] = new("Il Sistema di Interscambio la scarterebbe", "The exchange system would refuse it"),
        ["electronic_invoices_not_set_up"] = new("Fatturazione elettronica non configurata", "Electronic invoicing is not set up"),
    };
}
