using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Interventions;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Billing;

/// <summary>A database with two customers, what they owe, and the invoices that take it.</summary>
public abstract class BillingContract : InterventionContract
{
    protected static readonly Deed Now = InterventionSamples.On("2026-12-01 09:00");

    private int _count;

    [SetUp]
    public void BeginToCount() => _count = 0;

    /// <summary>A moment after all that were given before.</summary>
    protected Deed Next(Deed? on = null) => (on ?? Now) with { At = (on ?? Now).At + Duration.FromSeconds(++_count) };

    /// <summary>A work report that was issued, for somebody; with a call-out of 40.00 and an hour and a half of 97.50 where nothing else is said.</summary>
    protected async Task<WorkReport> ReportedAsync(CustomerId? customer = null, string at = "2026-11-20 19:30", ReportLine[]? lines = null)
    {
        var intervention = await CreatedAsync(await AddAsync(NewTicket(customer: customer ?? One)));
        var on = Next(InterventionSamples.On(at));
        var report = WorkReport.Draft(intervention.ToState(), null, on);
        await Database.UseAsync<IWorkReportStore>(reports => reports.AddAsync(report, None));
        var content = ReportContentSamples.Content(lines) with { Number = new ReportNumber(2026, ++_count), IssuedAt = on.At };
        return await ChangeReportAsync(report.Id, r => r.Issue(new(content, DomainJson.ToText(content), new string('a', 64)), on));
    }

    protected async Task<WorkReport> ChangeReportAsync(WorkReportId id, Action<WorkReport> change)
    {
        var report = (await Database.UseAsync<IWorkReportStore, WorkReport?>(reports => reports.FindAsync(id, CustomerReach.All, withDrafts: true, None)))!;
        change(report);
        await Database.UseAsync<IWorkReportStore>(reports => reports.SaveAsync(report, None));
        return report;
    }

    protected async Task<Contract> ContractAsync(CustomerId customer, string startsOn = "2026-11-01")
    {
        var contract = Contract.Conclude(customer, ContractTerm.Create(Day(startsOn), null), new("silver"), Next(InterventionSamples.On("2026-10-01 09:00")).At);
        await Database.UseAsync<IContractStore>(contracts => contracts.AddAsync(contract, None));
        return contract;
    }

    /// <summary>The fee of the first year of a contract, not kept yet.</summary>
    protected Charge Fee(Contract contract, int number = 1)
    {
        var year = FeeYear.Of(contract.Term.StartsOn, 0);
        return Charge.Of(contract, new(number, IsCredit: false, year.From, year.To, year, new("silver"), new(new(600_00), 22)), new("Argento", "Silver"), Next().At);
    }

    protected Task AddAsync(params Charge[] charges) => Database.UseAsync<IChargeStore>(store => store.AddAsync(charges, None));

    protected Task<IReadOnlyList<Charge>> OpenAsync(CustomerId customer, string upTo = "2026-11-30") =>
        Database.UseAsync<IChargeStore, IReadOnlyList<Charge>>(charges => charges.OpenOfAsync([customer], Day(upTo), None));

    /// <summary>A draft for November, of somebody, that bills some charges.</summary>
    protected async Task<Invoice> DraftedAsync(CustomerId? customer = null, params IReadOnlyCollection<Charge> charges)
    {
        var draft = Invoice.Draft(customer ?? One, InvoiceSamples.Month, null, Next());
        await Database.UseAsync<IInvoiceStore>(invoices => invoices.AddAsync(draft, None));
        await Database.UseAsync<IChargeStore>(store => store.BillAsync(draft.Id, charges, None));
        return draft;
    }

    /// <summary>An invoice of a fee of 100.00 that was issued.</summary>
    protected async Task<Invoice> IssuedAsync(CustomerId? customer = null, int count = 1, LocalDate? on = null, IEnumerable<Charge>? charges = null)
    {
        var draft = await DraftedAsync(customer);
        return await ChangeAsync(draft.Id, invoice => Issue(invoice, count, on, charges));
    }

    protected void Issue(Invoice invoice, int count = 1, LocalDate? on = null, IEnumerable<Charge>? charges = null)
    {
        var owner = invoice.ToState().CustomerId;
        var issued = InvoiceSamples.Issued(InvoiceSamples.Draft(charges ?? [InvoiceSamples.Fee(100_00)], InvoiceSamples.Customer() with { Id = owner }), count);
        var dated = issued with { IssuedOn = on ?? issued.IssuedOn, Number = issued.Number!.Value with { Year = (on ?? issued.IssuedOn!.Value).Year } };
        invoice.Issue(
            Database.Services.GetRequiredService<IInvoiceSealer>().Seal(dated), dated.Kind == InvoiceKind.Statement ? null : new Progressive(++_count), Next());
    }

    /// <summary>What a draft says, as it is issued.</summary>
    protected SealedInvoice Sealed(InvoiceContent draft) => Database.Services.GetRequiredService<IInvoiceSealer>().Seal(InvoiceSamples.Issued(draft));

    protected async Task<Invoice> ChangeAsync(InvoiceId id, Action<Invoice> change)
    {
        var invoice = (await FindAsync(id))!;
        change(invoice);
        await SaveAsync(invoice);
        return invoice;
    }

    protected Task SaveAsync(Invoice invoice) => Database.UseAsync<IInvoiceStore>(invoices => invoices.SaveAsync(invoice, None));

    protected Task<Invoice?> FindAsync(InvoiceId id, CustomerReach? reach = null, bool withDrafts = true) =>
        Database.UseAsync<IInvoiceStore, Invoice?>(invoices => invoices.FindAsync(id, reach ?? CustomerReach.All, withDrafts, None));

    /// <summary>Does something in a transaction that fails after it.</summary>
    protected async Task FailAfterAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<TService>();
        Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync<int>(
            async () =>
            {
                await work(service);
                throw new InvalidOperationException("It fails.");
            },
            None));
    }

    protected static LocalDate Day(string day) => Moments.Rome($"{day} 12:00").InZone(Company.Zone).Date;
}
