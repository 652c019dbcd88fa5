using MisterAssist.Application.Interventions;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Infrastructure.Tests.Interventions;

/// <summary>What is asked about interventions and reports all the time goes along an index: nothing is read through, nothing is sorted.</summary>
public sealed class SqliteWorkQueryPlanTests : StoreContract
{
    private const string Issued = "SEARCH i USING INDEX sqlite_autoindex_issued_report_1 (report_id=?) LEFT-JOIN";

    private const string ByTechnician =
        "SEARCH i USING INDEX sqlite_autoindex_intervention_1 (id=?)\nLIST SUBQUERY 1\nSEARCH t USING COVERING INDEX ix_intervention_technician (technician_id=?)\nCREATE BLOOM FILTER";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TicketId Ticket = TicketId.New(TicketSamples.ReceivedAt);
    private static readonly CustomerReach ReachOfOne = CustomerReach.Of([TicketSamples.CustomerId]);
    private static readonly InterventionFilter All = new(null, null, null, []);
    private static readonly WorkReportFilter Every = new(null, null, null, [], null, WithDrafts: true);

    private static IEnumerable<TestCaseData> Lists
    {
        get
        {
            var statuses = new[] { InterventionStatus.Planned };
            return
            [
                Listed("all", All, "SCAN i USING INDEX sqlite_autoindex_intervention_1"),
                Listed("all, later", All, "SEARCH i USING INDEX sqlite_autoindex_intervention_1 (id>?)", isLater: true),
                Listed("ticket", All with { TicketId = Ticket, Statuses = statuses }, "SEARCH i USING INDEX ix_intervention_ticket (ticket_id=?)"),
                Listed("ticket, later", All with { TicketId = Ticket }, "SEARCH i USING INDEX ix_intervention_ticket (ticket_id=? AND id>?)", isLater: true),
                Listed("customer", All with { CustomerId = TicketSamples.CustomerId }, "SEARCH i USING INDEX ix_intervention_customer (customer_id=?)"),
                Listed("technician", All with { Technician = InterventionSamples.Giulia }, ByTechnician),
                Listed("technician, later", All with { Technician = InterventionSamples.Giulia }, ByTechnician, isLater: true),
                Listed("reach", All, "SEARCH i USING INDEX ix_intervention_customer (customer_id=?)", reach: ReachOfOne),
                Listed("reach, later", All, "SEARCH i USING INDEX ix_intervention_customer (customer_id=? AND id>?)", true, ReachOfOne),
            ];
        }
    }

    private static IEnumerable<TestCaseData> Reports =>
    [
        Reported("all", Every, $"SCAN r USING INDEX sqlite_autoindex_work_report_1\n{Issued}"),
        Reported("ticket", Every with { TicketId = Ticket }, $"SEARCH r USING INDEX ix_work_report_ticket (ticket_id=?)\n{Issued}"),
        Reported("customer", Every with { CustomerId = TicketSamples.CustomerId, WithDrafts = false }, $"SEARCH r USING INDEX ix_work_report_customer (customer_id=?)\n{Issued}"),
        Reported("reach", Every with { WithDrafts = false }, $"SEARCH r USING INDEX ix_work_report_customer (customer_id=?)\n{Issued}", ReachOfOne),
        Reported(
            "intervention", Every with { InterventionId = TicketSamples.InterventionId },
            $"SEARCH r USING INDEX ix_work_report_intervention (intervention_id=?)\n{Issued}"),
    ];

    [TestCaseSource(nameof(Lists))]
    public async Task ListInterventions_APage_WalksItsIndex(InterventionFilter filter, CustomerReach reach, bool isLater, string expected)
    {
        var after = isLater ? TicketSamples.InterventionId : (InterventionId?)null;

        Assert.That(await Database.PlanOfFirstAsync<IInterventionStore>(i => i.ListAsync(filter, reach, 25, after, None)), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Reports))]
    public async Task ListReports_APage_WalksItsIndex(WorkReportFilter filter, CustomerReach reach, string expected) =>
        Assert.That(await Database.PlanOfFirstAsync<IWorkReportStore>(reports => reports.ListAsync(filter, reach, 25, null, None)), Is.EqualTo(expected));

    [Test]
    public async Task ListReports_ByNumber_SearchesForIt() => Assert.That(
        await Database.PlanOfFirstAsync<IWorkReportStore>(reports => reports.ListAsync(Every with { Number = "RL-2026-000001" }, CustomerReach.All, 25, null, None)),
        Does.StartWith("SEARCH i USING INDEX ux_issued_report_number (number=?)"));

    [Test]
    public async Task OpenOf_ATicket_SearchesItsInterventions() => Assert.That(
        await Database.PlanOfFirstAsync<IInterventionStore>(interventions => interventions.OpenOfAsync(Ticket, None)),
        Is.EqualTo("SEARCH i USING INDEX ix_intervention_ticket (ticket_id=?)"));

    [Test]
    public async Task Busy_ATechnician_SearchesTheirAppointments() => Assert.That(
        await Database.PlanOfFirstAsync<IInterventionStore>(
            interventions => interventions.BusyAsync(
                InterventionSamples.Giulia, InterventionSamples.Slot("2026-11-16 12:00"), null, TicketSamples.ReceivedAt, None)),
        Is.EqualTo(
            "SEARCH t USING INDEX ix_intervention_technician_busy (technician_id=? AND busy_from<?)\nSEARCH i USING INDEX sqlite_autoindex_intervention_1 (id=?)"));

    [Test]
    public async Task AtWorkSince_ATechnician_SearchesWhatKeepsThemBusy() => Assert.That(
        await Database.PlanOfFirstAsync<IInterventionStore>(interventions => interventions.AtWorkSinceAsync(
            InterventionSamples.Giulia, TicketSamples.InterventionId, TicketSamples.ReceivedAt, None)),
        Does.StartWith("SEARCH t USING INDEX ix_intervention_technician_busy (technician_id=? AND busy_from<?)"));

    [Test]
    public async Task WorkedElsewhere_ATechnician_SearchesWhatEndedSince() => Assert.That(
        await Database.PlanOfFirstAsync<IInterventionStore>(interventions => interventions.WorkedElsewhereAsync(
            InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 13:00"), TicketSamples.InterventionId, None)),
        Is.EqualTo("SEARCH time_entry USING INDEX ix_time_entry_technician (technician_id=? AND worked_to>?)"));

    [Test]
    public async Task ListConfirmations_OfATicket_WalksThem() => Assert.That(
        await Database.PlanOfFirstAsync<IConfirmationStore>(confirmations => confirmations.ListAsync(Ticket, 25, null, None)),
        Is.EqualTo("SEARCH confirmation USING INDEX ix_confirmation_ticket (ticket_id=? AND id>?)"));

    [Test]
    public async Task ChargesOn_ATicket_SearchesItsReports() => Assert.That(
        await Database.PlanOfFirstAsync<IWorkReportStore>(reports => reports.ChargesOnAsync(Ticket, None)),
        Does.StartWith("SEARCH r USING INDEX ix_work_report_ticket (ticket_id=?)")
            .And.Contains("SEARCH t USING INDEX ix_ticket_merged_into (merged_into_id=?)").And.Not.Match(@"SCAN [irt]\b"), "those merged with it too");

    [Test]
    public async Task QuotesOn_ATicket_SearchesItsQuotes() => Assert.That(
        await Database.PlanOfFirstAsync<IQuoteReader>(quotes => quotes.OnAsync(Ticket, None)),
        Does.StartWith("SEARCH quote USING INDEX ix_quote_ticket (ticket_id=?)").And.Not.Match(@"SCAN [qt]\b"), "those merged with it too");

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();

    private static TestCaseData Listed(string name, InterventionFilter filter, string expected, bool isLater = false, CustomerReach? reach = null) =>
        new TestCaseData(filter, reach ?? CustomerReach.All, isLater, expected).SetArgDisplayNames(name);

    private static TestCaseData Reported(string name, WorkReportFilter filter, string expected, CustomerReach? reach = null) =>
        new TestCaseData(filter, reach ?? CustomerReach.All, expected).SetArgDisplayNames(name);
}
