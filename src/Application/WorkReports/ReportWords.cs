using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.WorkReports;

/// <summary>The words of a work report, in both languages.</summary>
internal static class ReportWords
{
    public static readonly LocalizedText Title = new("Rapporto di lavoro", "Work report");
    public static readonly LocalizedText DraftMeans = new(
        "Non è stato emesso: può ancora cambiare e non ha valore.", "It has not been issued: it may still change and has no force.");

    public static readonly LocalizedText Voided = new("Annullato", "Void");
    public static readonly LocalizedText VoidedMeans = new("Questo rapporto non vale più.", "This report has no force any more.");

    public static readonly LocalizedText Site = new("Sede dell'intervento", "Where the work was done");

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

    public static readonly LocalizedText Net = new("Da addebitare", "To be charged");
    public static readonly LocalizedText VatLater = new(
        "Importi senza IVA, che si aggiunge in fattura. Gli orari sono quelli di Roma.",
        "Amounts are without VAT, which is added on the invoice. Times are those of Rome.");

    public static readonly LocalizedText Acknowledgement = new("Presa visione del cliente", "Acknowledged by the customer");
    public static readonly LocalizedText Name = new("Nome", "Name");
    public static readonly LocalizedText Date = new("Data", "Date");
    public static readonly LocalizedText Signature = new("Firma", "Signature");

    public static LocalizedText Of(Urgency urgency) => urgency == Urgency.Urgent ? new("urgente", "urgent") : new("non urgente", "not urgent");

    public static LocalizedText Of(InterventionMode mode) => mode == InterventionMode.OnSite ? new("in sede", "on site") : new("da remoto", "remote");

    public static LocalizedText Of(InterventionOutcome outcome) => outcome switch
    {
        InterventionOutcome.Solved => new("problema risolto", "problem solved"),
        InterventionOutcome.NotSolved => new("problema non risolto", "problem not solved"),
        _ => new("nessuno era presente", "nobody was there"),
    };
}
