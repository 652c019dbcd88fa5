using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.WorkReports;

/// <summary>The words of a work report, in both languages.</summary>
internal static class ReportWords
{
    public static readonly LocalizedText Title = new("Rapporto di lavoro", "Work report");
    public static readonly LocalizedText Draft = new("Bozza", "Draft");
    public static readonly LocalizedText DraftMeans = new(
        "Non è stato emesso: può ancora cambiare e non ha valore.", "It has not been issued: it may still change and has no force.");

    public static readonly LocalizedText Voided = new("Annullato", "Void");
    public static readonly LocalizedText VoidedMeans = new("Questo rapporto non vale più.", "This report has no force any more.");
    public static readonly LocalizedText Reason = new("Motivo", "Reason");

    public static readonly LocalizedText Customer = new("Cliente", "Customer");
    public static readonly LocalizedText Site = new("Sede dell'intervento", "Where the work was done");
    public static readonly LocalizedText VatNumber = new("Partita IVA", "VAT number");
    public static readonly LocalizedText TaxCode = new("Codice fiscale", "Tax code");
    public static readonly LocalizedText Phone = new("Tel.", "Tel.");

    public static readonly LocalizedText Number = new("Numero", "Number");
    public static readonly LocalizedText IssuedAt = new("Emesso il", "Issued");
    public static readonly LocalizedText NotIssued = new("non emesso", "not issued");
    public static readonly LocalizedText Ticket = new("Segnalazione", "Ticket");
    public static readonly LocalizedText Subject = new("Oggetto", "Subject");
    public static readonly LocalizedText ReceivedAt = new("Ricevuta il", "Received");
    public static readonly LocalizedText HandledAs = new("Gestita come", "Handled as");
    public static readonly LocalizedText Plan = new("Piano", "Plan");
    public static readonly LocalizedText Mode = new("Intervento", "Intervention");
    public static readonly LocalizedText AppointedAt = new("Appuntamento", "Appointment");
    public static readonly LocalizedText NotAppointed = new("non concordato", "none was agreed");
    public static readonly LocalizedText ArrivedAt = new("Arrivo", "Arrival");
    public static readonly LocalizedText BegunAt = new("Inizio", "Beginning");
    public static readonly LocalizedText CompletedAt = new("Fine", "End");
    public static readonly LocalizedText Outcome = new("Esito", "Outcome");

    public static readonly LocalizedText Work = new("Lavoro svolto", "What was done");
    public static readonly LocalizedText Times = new("Chi ha lavorato", "Who worked");
    public static readonly LocalizedText Technician = new("Tecnico", "Technician");
    public static readonly LocalizedText From = new("Dalle", "From");
    public static readonly LocalizedText To = new("Alle", "To");
    public static readonly LocalizedText Lasted = new("Durata", "Time");

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
    public static readonly LocalizedText Net = new("Da addebitare", "To be charged");
    public static readonly LocalizedText VatLater = new(
        "Importi senza IVA, che si aggiunge in fattura. Gli orari sono quelli di Roma.",
        "Amounts are without VAT, which is added on the invoice. Times are those of Rome.");

    public static readonly LocalizedText Guarantees = new("Garanzie applicate", "Guarantees that apply");

    public static readonly LocalizedText Acknowledgement = new("Presa visione del cliente", "Acknowledged by the customer");
    public static readonly LocalizedText Name = new("Nome", "Name");
    public static readonly LocalizedText Date = new("Data", "Date");
    public static readonly LocalizedText Signature = new("Firma", "Signature");
    public static readonly LocalizedText Fingerprint = new("Impronta SHA-256", "SHA-256");
    public static readonly LocalizedText Page = new("Pagina", "Page");
    public static readonly LocalizedText OfPages = new("di", "of");

    public static LocalizedText Of(Urgency urgency) => urgency == Urgency.Urgent ? new("urgente", "urgent") : new("non urgente", "not urgent");

    public static LocalizedText Of(InterventionMode mode) => mode == InterventionMode.OnSite ? new("in sede", "on site") : new("da remoto", "remote");

    public static LocalizedText Of(InterventionOutcome outcome) => outcome switch
    {
        InterventionOutcome.Solved => new("problema risolto", "problem solved"),
        InterventionOutcome.NotSolved => new("problema non risolto", "problem not solved"),
        _ => new("nessuno era presente", "nobody was there"),
    };
}
