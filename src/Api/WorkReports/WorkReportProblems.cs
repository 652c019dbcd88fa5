using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.WorkReports;

internal static class WorkReportProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["work_report_not_found"] = new("Rapporto di lavoro inesistente", "No such work report"),
        ["not_a_draft"] = new("Il rapporto non è una bozza", "The report is not a draft"),
        ["not_issued"] = new("Il rapporto non è emesso", "The report is not issued"),
        ["acknowledged_already"] = new("Presa visione già registrata", "Acknowledged already"),
        ["part_undecided"] = new("Un ricambio attende la decisione del cliente", "A part waits for the customer"),
        ["above_accepted_quote"] = new("Oltre il preventivo accettato", "Above the accepted quote"),
        ["work_report_billed"] = new("Rapporto già in fattura", "The work report is billed"),
        ["work_not_priced"] = new("Nessun prezzo per quel giorno", "No prices for that day"),
        ["invalid_signature"] = new("Firma non valida", "Signature not valid"),
        ["work_report_changed_meanwhile"] = new("Il rapporto è cambiato nel frattempo", "The report was changed meanwhile"),
    };
}
