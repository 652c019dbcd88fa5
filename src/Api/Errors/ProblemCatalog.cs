using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Billing;
using MisterAssist.Api.Contracts;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.Interventions.Feedbacks;
using MisterAssist.Api.Invoices;
using MisterAssist.Api.Parts;
using MisterAssist.Api.Prices;
using MisterAssist.Api.Quotes;
using MisterAssist.Api.Sandbox;
using MisterAssist.Api.Technicians;
using MisterAssist.Api.Tickets;
using MisterAssist.Api.WorkReports;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Errors;

/// <summary>The title of every problem, in both languages. A code that is not here does not leave the house.</summary>
internal static class ProblemCatalog
{
    private static readonly Dictionary<string, LocalizedText> Own = new()
    {
        // The request itself.
        ["invalid_request"] = new("La richiesta non è valida", "The request is not valid"),
        ["malformed_json"] = new("Il corpo della richiesta non è JSON", "The body is not JSON"),
        ["body_required"] = new("Manca il corpo della richiesta", "The request has no body"),
        ["invalid_cursor"] = new("Il cursore non appartiene a questo elenco", "The cursor does not belong to this list"),
        ["route_not_found"] = new("Indirizzo sconosciuto", "Unknown address"),
        ["method_not_allowed"] = new("Metodo non ammesso a questo indirizzo", "Method not allowed at this address"),
        ["not_acceptable"] = new("Formato richiesto non disponibile", "The format asked for is not available"),
        ["payload_too_large"] = new("Il corpo della richiesta è troppo grande", "The body is too large"),
        ["unsupported_media_type"] = new("Il corpo della richiesta non è di un tipo ammesso", "The body is not of a type that is taken"),
        ["precondition_required"] = new("Manca l'intestazione If-Match", "The If-Match header is missing"),
        ["precondition_failed"] = new("La risorsa è cambiata nel frattempo", "It has changed meanwhile"),
        ["too_many_requests"] = new("Troppe richieste", "Too many requests"),

        // Ours.
        ["internal_error"] = new("Errore interno", "Internal error"),
        ["not_ready"] = new("Servizio non ancora pronto", "The service is not ready yet"),
        ["busy"] = new("Servizio occupato", "The service is busy"),
        ["database_unavailable"] = new("La base dati non risponde", "The database does not answer"),
        ["outcome_unknown"] = new("Esito sconosciuto", "Outcome unknown"),
        ["timed_out"] = new("Tempo scaduto", "It took too long"),

        // Working time.
        ["empty_window"] = new("Fascia oraria senza durata", "Empty window"),
        ["never_opens"] = new("Orario senza alcuna apertura", "Schedule that never opens"),
        ["negative_working_time"] = new("Tempo lavorativo negativo", "Negative working time"),
        ["ends_before_start"] = new("La fine precede l'inizio", "The end comes before the start"),
        ["instant_out_of_range"] = new("Istante fuori dagli anni ammessi", "Instant outside the supported years"),
        ["deadline_out_of_range"] = new("Scadenza fuori dagli anni ammessi", "Deadline outside the supported years"),
        ["span_too_long"] = new("Intervallo troppo lungo", "The time between is too long"),
        ["holidays_unknown"] = new("Festività non disponibili per quell'anno", "Holidays not known for that year"),
        ["ledger_too_long"] = new("Il dettaglio sarebbe troppo lungo", "The ledger would be too long"),

        // Closures.
        ["closure_ends_before_start"] = new("La chiusura finisce prima di iniziare", "The closure ends before it starts"),
        ["closure_too_long"] = new("La chiusura è troppo lunga", "The closure is too long"),
        ["closure_without_length"] = new("Chiusura senza durata", "Empty closure"),
        ["closure_not_found"] = new("Chiusura inesistente", "No such closure"),

        // Plans.
        ["plan_not_found"] = new("Piano inesistente", "No such plan"),
        ["plan_version_not_found"] = new("Versione del piano inesistente", "No such version of the plan"),
        ["no_plan_version_then"] = new("Il piano non era in vigore allora", "The plan was not in force then"),
        ["no_plan_then"] = new("Nessun piano in vigore allora", "No plan was in force then"),
        ["unknown_plan"] = new("Piano sconosciuto", "Unknown plan"),
        ["unknown_service"] = new("Servizio sconosciuto", "Unknown service"),
        ["promise_not_in_plan"] = new("Il piano non prevede questo impegno", "The plan makes no such promise"),
        ["target_out_of_range"] = new("Tempo promesso fuori dai limiti", "Target out of range"),
        ["invalid_channels"] = new("Canali del piano non validi", "Channels of the plan not valid"),
        ["service_twice"] = new("Servizio indicato due volte", "Service listed twice"),
        ["invalid_thresholds"] = new("Soglie di avviso non valide", "Warning thresholds not valid"),
        ["invalid_work_term"] = new("Regola sugli interventi fuori dai limiti", "Setting of interventions out of range"),
        ["effective_in_the_past"] = new("Decorrenza nel passato", "Effective in the past"),
        ["effective_twice"] = new("Due versioni con la stessa decorrenza", "Two versions effective at once"),
        ["published_meanwhile"] = new("Un'altra versione è stata pubblicata nel frattempo", "Another version was published meanwhile"),
    };

    /// <summary>With those that a feature brings along, in a file of its own beside its endpoints.</summary>
    private static readonly Dictionary<string, LocalizedText> Titles = new[]
    {
        Own,
        ApiKeyProblems.Titles,
        BillingProblems.Titles,
        ContractProblems.Titles,
        CustomerProblems.Titles,
        FeedbackProblems.Titles,
        IdempotencyProblems.Titles,
        InterventionProblems.Titles,
        InvoiceProblems.Titles,
        PartProblems.Titles,
        PriceProblems.Titles,
        TechnicianProblems.Titles,
        TicketProblems.Titles,
        QuoteProblems.Titles,
        SandboxProblems.Titles,
        WorkReportProblems.Titles,
    }.SelectMany(titles => titles).ToDictionary();

    public static IReadOnlyCollection<string> Codes => Titles.Keys;

    public static LocalizedText TitleOf(string code) => Titles[code];

    public static string TypeOf(string code) => $"urn:misterassist:problem:{code}";
}
