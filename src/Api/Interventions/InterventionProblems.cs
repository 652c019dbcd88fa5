using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Interventions;

internal static class InterventionProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["intervention_not_found"] = new("Intervento inesistente", "No such intervention"),
        ["fitted_part_not_found"] = new("Ricambio inesistente nell'intervento", "No such part of the intervention"),
        ["illegal_intervention_move"] = new("Mossa non ammessa ora per l'intervento", "Not a legal move of the intervention now"),
        ["event_missing"] = new("Manca un passaggio precedente", "An earlier event is missing"),
        ["out_of_order"] = new("Passaggio fuori ordine", "Event out of order"),
        ["occurred_in_the_future"] = new("Passaggio nel futuro", "Event in the future"),
        ["occurred_before_reception"] = new("Passaggio precedente alla segnalazione", "Event before the report"),
        ["occurred_too_long_ago"] = new("Passaggio comunicato troppo tardi", "Event told too late"),
        ["technician_twice"] = new("Tecnico indicato due volte", "Technician named twice"),
        ["technician_elsewhere"] = new("Il tecnico lavorava altrove", "The technician worked elsewhere then"),
        ["technician_at_work"] = new("Il tecnico è al lavoro altrove", "The technician is at work elsewhere"),
        ["technician_busy"] = new("Il tecnico è già occupato", "The technician is busy then"),
        ["appointment_kept"] = new("L'appuntamento è un impegno", "An appointment is a commitment"),
        ["invalid_time_entry"] = new("Orario di lavoro non valido", "Time entry not valid"),
        ["nothing_worked"] = new("Mancano gli orari di lavoro", "The time entries are missing"),
        ["mode_fixed"] = new("La modalità non si cambia più", "The mode does not change any more"),
        ["not_ended"] = new("L'intervento non è finito", "The intervention has not ended"),
        ["intervention_underway"] = new("Intervento in corso", "Intervention under way"),
        ["contest_too_late"] = new("Contestazione fuori termine", "Contested too late"),
        ["contest_on_cancelled_ticket"] = new("La segnalazione è stata annullata", "The ticket was cancelled"),
        ["decided_already"] = new("Già deciso dal cliente", "Decided already"),
        ["nothing_to_decide"] = new("Nulla da decidere", "Nothing to decide"),
        ["customers_decide"] = new("Decide solo il cliente", "Only the customer decides"),
        ["too_many_parts"] = new("Troppi ricambi", "Too many parts"),
        ["too_many_moves"] = new("Appuntamento spostato troppe volte", "Appointment moved too often"),
        ["intervention_changed_meanwhile"] = new("L'intervento è cambiato nel frattempo", "The intervention was changed meanwhile"),
    };
}
