using MisterAssist.Application.Billing;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Billing;

/// <summary>However long the company bills, what a run asks goes along an index, and so do the lists: nothing of the past is read through.</summary>
public sealed class SqliteBillingPlanTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly LocalDate UpTo = new(2026, 11, 30);
    private static readonly InvoiceId Invoice = InvoiceId.New(InvoiceSamples.IssuedAt);
    private static readonly InvoiceFilter All = new(null, null, [], [], [], null, null, null, WithDrafts: true);
    private static readonly AskedPeriod December = new(null, new(2026, 12, 1), new(2026, 12, 31));
    private static readonly InvoicePlace Place = new(new(2026, 12, 1), "FT-2026-000001");
    private static readonly CustomerReach ReachOfOne = CustomerReach.Of([TicketSamples.CustomerId]);
    private static readonly FigureScope Month = new(InvoiceSamples.Month, InvoiceSamples.Month, null, Enum.GetValues<FigureDimension>());

    [Test]
    public async Task NextDebtors_GoOnFromTheLastOne() => Assert.That(
        await PlanAsync<IChargeStore>(charges => charges.NextDebtorsAsync(new(UpTo, InvoiceSamples.Month), TicketSamples.CustomerId, 50, None)),
        Does.Contain("ix_charge_open (customer_id>?").And.Contain("ix_invoice_draft (customer_id>?").And.Not.Match(@"SCAN (charge|contract|invoice)\b"));

    [Test]
    public async Task Open_OfSomeCustomers_SearchesWhatIsOpen() => Assert.That(
        await PlanAsync<IChargeStore>(charges => charges.OpenOfAsync([TicketSamples.CustomerId], UpTo, None)),
        Is.EqualTo("SEARCH c USING INDEX ix_charge_open (customer_id=? AND accrued_on<?)"));

    [Test]
    public async Task Fees_OfSomeCustomers_AreSearchedByContract() => Assert.That(
        await PlanAsync<IChargeStore>(charges => charges.FeesOfAsync([TicketSamples.CustomerId], None)),
        Does.Contain("SEARCH f USING INDEX ux_charge_fee (contract_id=?)").And.Not.Contains("SCAN"));

    [Test]
    public async Task Charges_OnAnInvoice_AreSearchedFromIt() => Assert.That(
        await PlanAsync<IChargeStore>(charges => charges.OnAsync(Invoice, None)),
        Is.EqualTo(
            "SEARCH l USING COVERING INDEX sqlite_autoindex_invoice_line_1 (invoice_id=?)\nSEARCH c USING INDEX sqlite_autoindex_charge_1 (id=?)"));

    [Test]
    public async Task InvoiceOf_AReport_IsSearchedByIt() => Assert.That(
        await PlanAsync<IChargeStore>(charges => charges.FindInvoiceOfAsync(WorkReportId.New(InvoiceSamples.IssuedAt), None)),
        Does.Contain("SEARCH c USING").And.Contains("ux_charge_report_line (report_id=?)").And.Not.Contains("SCAN"));

    [Test]
    public async Task Drafts_OfSomeCustomers_AreSearched() => Assert.That(
        await PlanAsync<IInvoiceStore>(invoices => invoices.DraftsOfAsync([TicketSamples.CustomerId], None)),
        Does.StartWith("SEARCH i USING INDEX ix_invoice_draft (customer_id=?)").And.Not.Contains("SCAN"));

    [Test]
    public async Task ClaimRunning_LooksAtTheRunningAlone() => Assert.That(
        await PlanAsync<IBillingRunStore>(runs => runs.ClaimRunningAsync(None)),
        Does.StartWith("SEARCH billing_run USING INDEX sqlite_autoindex_billing_run_1 (id=?)")
            .And.Contains("SCAN billing_run USING COVERING INDEX ix_billing_run_running"));

    [Test]
    public async Task Outcomes_OfARun_AreWalkedInTheirOrder() => Assert.That(
        await PlanAsync<IBillingRunStore>(
            runs => runs.OutcomesAsync(BillingRunId.New(InvoiceSamples.IssuedAt), null, 25, 7, None)),
        Is.EqualTo("SEARCH billing_run_outcome USING INDEX sqlite_autoindex_billing_run_outcome_1 (run_id=? AND number>?)"));

    [Test]
    public async Task ListInvoices_APage_WalksItsIndex()
    {
        const string Refusal = "\nCORRELATED SCALAR SUBQUERY 1\nSEARCH d USING INDEX sqlite_autoindex_invoice_delivery_1 (invoice_id=?)";
        Assert.That(await ListPlanAsync(All, CustomerReach.All), Is.EqualTo($"SEARCH invoice USING INDEX sqlite_autoindex_invoice_1 (id>?){Refusal}"));
        Assert.That(await ListPlanAsync(All, ReachOfOne), Is.EqualTo($"SEARCH invoice USING INDEX ix_invoice_customer (customer_id=? AND id>?){Refusal}"));
        Assert.That(
            await ListPlanAsync(All with { Number = "FT-2026-000001" }, CustomerReach.All),
            Does.StartWith("SEARCH invoice USING INDEX ux_invoice_number (number=?)"));
    }

    [Test]
    public async Task Books_OfAPeriod_AreWalkedInTheirOrder()
    {
        const string Content = "\nSEARCH s USING INDEX sqlite_autoindex_issued_invoice_1 (invoice_id=?)";

        Assert.That(await BooksPlanAsync(December, CustomerReach.All), Does.StartWith("SEARCH i USING INDEX ix_invoice_issued (").And.EndsWith(Content));
        Assert.That(
            await BooksPlanAsync(December with { Customer = TicketSamples.CustomerId }, CustomerReach.All),
            Does.StartWith("SEARCH i USING INDEX ix_invoice_customer_issued (customer_id=? AND").And.EndsWith(Content).And.Not.Contains("TEMP"));
        Assert.That(
            await BooksPlanAsync(December, ReachOfOne),
            Does.StartWith("SEARCH i USING INDEX ix_invoice_customer_issued (customer_id=? AND").And.EndsWith(Content).And.Not.Contains("TEMP"));
    }

    [Test]
    public async Task Revenue_OfAMonth_LooksAtWhatWasIssuedInItAlone() => Assert.That(
        await PlanAsync<IMoneyFigureReader>(figures => figures.RevenueAsync(Month, CustomerReach.All, 25, null, None)),
        Does.Contain("SEARCH i USING INDEX ix_invoice_issued (issued_on>? AND issued_on<?)").And.Not.Match(@"SCAN [isrw]\b"));

    [Test]
    public async Task Guarantees_OfAMonth_LookAtWhatEndedInItAlone() => Assert.That(
        await PlanAsync<IMoneyFigureReader>(figures => figures.GuaranteesAsync(Month, CustomerReach.All, 25, null, None)),
        Does.Contain("SEARCH i USING INDEX ix_intervention_ended_at (ended_at>? AND ended_at<?)").And.Not.Match(@"SCAN [isr]\b"));

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();

    private Task<string> ListPlanAsync(InvoiceFilter filter, CustomerReach reach) =>
        PlanAsync<IInvoiceReader>(invoices => invoices.ListAsync(filter, reach, 25, Invoice, None));

    private Task<string> BooksPlanAsync(AskedPeriod asked, CustomerReach reach) =>
        PlanAsync<IIssuedInvoiceReader>(books => books.ListAsync(asked, reach, 51, Place, None));

    private Task<string> PlanAsync<TService>(Func<TService, Task> work)
        where TService : notnull => Database.PlanOfFirstAsync(work);
}
