using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Tickets;

internal static class TicketProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["ticket_not_found"] = new("Segnalazione inesistente", "No such ticket"),
        ["promise_not_found"] = new("Impegno inesistente", "No such promise"),
        ["message_not_found"] = new("Messaggio inesistente", "No such message"),
        ["attachment_not_found"] = new("Allegato inesistente", "No such attachment"),
        ["illegal_move"] = new("Mossa non ammessa ora", "Not a legal move now"),
        ["ticket_not_open"] = new("La segnalazione è chiusa", "The ticket is over"),
        ["ticket_changed_meanwhile"] = new("La segnalazione è cambiata nel frattempo", "The ticket was changed meanwhile"),
        ["staff_only"] = new("Riservato al personale", "For staff alone"),
        ["channel_not_in_plan"] = new("Canale non previsto dal piano", "The plan does not have this channel"),
        ["channel_not_of_key"] = new("Canale non ammesso per questa chiave", "Not a channel of this key"),
        ["taken_up_already"] = new("Richiesta già ripresa", "Taken up already"),
        ["follow_up_owed"] = new("È dovuto un intervento gratuito", "A free follow-up is owed"),
        ["confirmation_not_found"] = new("Conferma inesistente", "No such confirmation"),
        ["start_in_the_past"] = new("Inizio nel passato", "Start in the past"),
        ["later_than_promised"] = new("Inizio successivo a quanto promesso", "Start later than promised"),
        ["estimate_needed"] = new("Manca la stima del costo", "The estimate of the cost is missing"),
        ["unknown_site"] = new("Sede sconosciuta", "Unknown site"),
        ["unknown_contact"] = new("Referente sconosciuto", "Unknown contact"),
        ["unknown_ticket"] = new("Segnalazione sconosciuta", "Unknown ticket"),
        ["received_in_the_future"] = new("Ricevuta nel futuro", "Received in the future"),
        ["received_too_long_ago"] = new("Ricevuta da troppo tempo", "Received too long ago"),
        ["late_note_needed"] = new("Manca il motivo della registrazione tardiva", "The reason for recording late is missing"),
        ["merge_into_itself"] = new("Una segnalazione non confluisce in sé stessa", "A ticket cannot be merged into itself"),
        ["merge_of_others"] = new("Segnalazioni di clienti diversi", "Tickets of two customers"),
        ["merge_into_ended"] = new("La segnalazione di destinazione è chiusa", "The other ticket is over"),
        ["attachment_empty"] = new("Allegato vuoto", "Empty attachment"),
    };
}
