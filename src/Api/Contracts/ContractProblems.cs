using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Contracts;

internal static class ContractProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["contract_not_found"] = new("Contratto inesistente", "No such contract"),
        ["contract_changed_meanwhile"] = new("Il contratto è cambiato nel frattempo", "The contract was changed meanwhile"),
        ["contract_ends_before_start"] = new("Il contratto finisce prima di iniziare", "The contract ends before it starts"),
        ["contract_term_too_long"] = new("Durata del contratto troppo lunga", "The term of the contract is too long"),
        ["contract_ends_too_late"] = new("Il contratto finirebbe troppo avanti", "The contract would end too late"),
        ["contract_overlaps"] = new("Il cliente ha già un contratto in quel periodo", "The customer has a contract at that time"),
        ["plan_without_contract"] = new("Il piano non richiede contratto", "The plan needs no contract"),
        ["contract_over"] = new("Contratto concluso", "The contract is over"),
        ["contract_terminated"] = new("Contratto disdetto", "The contract is terminated"),
        ["contract_day_in_the_past"] = new("Giorno già passato", "The day is in the past"),
        ["contract_day_outside_term"] = new("Giorno oltre la fine del contratto", "The day is after the end of the contract"),
        ["plan_holds_already"] = new("Il contratto prevede già quel piano", "The contract gives that plan already"),
    };
}
