using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The four plans as the service charter has them: the first version of each.</summary>
public static class FoundingPlans
{
    private static readonly DateTimeZone Rome = Company.Zone;

    private static readonly Service[] Basic =
    [
        new("remote_diagnosis", new("Diagnosi da remoto", "Remote diagnosis")),
        new("basic_help", new("Assistenza di base", "Basic help")),
        new("scheduled_updates", new("Aggiornamenti programmati, ogni mese", "Planned updates, every month")),
        new("weekly_monitoring", new("Controllo settimanale dei sistemi, se attivato", "Weekly monitoring, if activated")),
        new("non_urgent_problems", new("Soluzione di problemi non urgenti", "Solving problems that are not urgent")),
    ];

    private static readonly Service[] Advanced =
    [
        .. Basic,
        new("advanced_hardware_help", new("Assistenza avanzata sull'hardware", "Advanced help with hardware")),
        new("advanced_software_help", new("Assistenza avanzata sul software", "Advanced help with software")),
        new("quick_updates", new("Piccoli aggiornamenti quando servono", "Quick updates when asked for")),
        new("planned_remote_interventions", new("Interventi da remoto su appuntamento", "Remote interventions by appointment")),
        new("installation_and_configuration", new("Installazione e configurazione", "Installation and configuration")),
        new("daily_monitoring", new("Controllo giornaliero dei sistemi", "Daily monitoring")),
        new("urgent_priority", new("Precedenza alle urgenze", "Priority for urgent reports")),
    ];

    private static readonly Service SomeProactiveWork =
        new("proactive_work", new("Verifica proattiva dei servizi principali", "Proactive checks of the main services"));

    private static readonly Service AllProactiveWork =
        new("proactive_work", new("Lavoro preventivo e verifiche costanti", "Preventive work and constant checks"));

    private static readonly Service[] Complete =
    [
        .. Advanced,
        new("priority_support", new("Ogni segnalazione seguita subito, prima delle altre", "Taken on at once, before others")),
        new("urgent_remote_interventions", new("Intervento remoto immediato per le urgenze, senza appuntamento", "Immediate remote work on urgent reports, without booking")),
        new("continuous_monitoring", new("Controllo continuo, giorno e notte", "Continuous monitoring, day and night")),
        new("monthly_reports", new("Rapporto mensile su stato e problemi", "Monthly report on status and problems")),
        new("systems_advice", new("Consulenza sui sistemi", "Advice on systems")),
        new("security_advice", new("Consulenza sulla sicurezza", "Advice on security")),
        new("backup_advice", new("Consulenza sui backup", "Advice on backup")),
    ];

    private static readonly Service[] OutOfBronze =
    [
        new("urgent_priority", new("Precedenza alle urgenze", "Priority for urgent reports")),
        new("out_of_hours_support", new("Assistenza fuori orario", "Support outside the plan's hours")),
        new("proactive_work", new("Interventi di nostra iniziativa", "Work on our own initiative")),
    ];

    /// <summary>2001-01-01T00:00 in Rome: the first instant for which the Italian holidays are known.</summary>
    public static Instant EffectiveAt { get; } = new LocalDate(2001, 1, 1).AtStartOfDayInZone(Rome).ToInstant();

    /// <summary>The plans in the order in which they are shown, published at that instant, holding from <see cref="EffectiveAt"/>.</summary>
    public static IReadOnlyList<Plan> PublishedAt(Instant publishedAt) =>
    [
        Found("bronze", "Bronze", rank: 1, needsContract: true, publishedAt,
            new("Privati e piccole attività, per esigenze occasionali", "Private users and small firms with occasional needs"),
            PlanTerms.Create(
                Coverage(1, 5, HolidayCalendar.Italy, (10, 18)),
                PromiseTargets.Create(response: Hours(8), confirmation: Hours(8), presence: null),
                [Channel.Email], Basic, OutOfBronze, [50, 75, 90])),
        Found("silver", "Silver", rank: 2, needsContract: true, publishedAt,
            new("Imprese che vogliono risposte più rapide e orari di copertura più ampi", "Firms that need faster answers and longer hours"),
            PlanTerms.Create(
                Coverage(1, 5, HolidayCalendar.None, (8, 20)),
                PromiseTargets.Create(response: Hours(4), confirmation: Hours(8), presence: Hours(4)),
                [Channel.Email, Channel.Phone], [.. Advanced, SomeProactiveWork], [], [50, 75, 90])),
        Found("gold", "Gold", rank: 3, needsContract: true, publishedAt,
            new("Imprese e professionisti per cui un fermo informatico blocca il lavoro", "Firms and professionals who stop when their IT does"),
            PlanTerms.Create(
                Coverage(1, 7, HolidayCalendar.None, (8, 22)),
                PromiseTargets.Create(response: Hours(1), confirmation: Hours(8), presence: Hours(4)),
                [Channel.Email, Channel.Phone, Channel.Chat], [.. Complete, AllProactiveWork], [], [50, 75, 90])),
        Found("standard", "Standard", rank: 4, needsContract: false, publishedAt,
            new("Chiunque, senza contratto", "Anyone, without a contract"),
            PlanTerms.Create(
                Coverage(1, 5, HolidayCalendar.Italy, (9, 13), (14, 18)),
                PromiseTargets.Create(response: null, confirmation: Hours(8), presence: Hours(4)),
                [Channel.Email, Channel.Phone], [], [], [50, 75, 90])),
    ];

    private static Plan Found(
        string code, string name, int rank, bool needsContract, Instant publishedAt, LocalizedText audience, PlanTerms terms)
    {
        var plan = new PlanCode(code);
        return new(plan, new(name, name), audience, needsContract, rank, [new(plan, 1, EffectiveAt, publishedAt, terms)]);
    }

    private static CoverageSchedule Coverage(int firstDay, int lastDay, HolidayCalendar holidays, params (int From, int To)[] windows) =>
        CoverageSchedule.Create(
            Rome,
            from day in Enumerable.Range(firstDay, lastDay - firstDay + 1)
            from window in windows
            select CoverageWindow.Create((IsoDayOfWeek)day, WallTime.Of(window.From), WallTime.Of(window.To)),
            holidays);

    private static Duration Hours(int hours) => Duration.FromHours(hours);
}
