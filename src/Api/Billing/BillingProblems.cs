using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Billing;

internal static class BillingProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["billing_run_not_found"] = new("Fatturazione mensile inesistente", "No such billing run"),
        ["billing_run_changed_meanwhile"] = new("La fatturazione è andata avanti nel frattempo", "The billing run went on meanwhile"),
        ["billing_run_ended"] = new("La fatturazione è già terminata", "The billing run is over"),
        ["month_not_over"] = new("Il mese non è ancora finito", "The month is not over yet"),
        ["fee_not_priced"] = new("Nessun canone per quel giorno", "No yearly fee for that day"),
    };
}
