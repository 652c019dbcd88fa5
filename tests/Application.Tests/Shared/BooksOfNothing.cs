using MisterAssist.Application.Billing;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Customers;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>The books of a company that never billed anything: what is in them is for the tests of their SQL and for the stories.</summary>
internal sealed class BooksOfNothing : IChargeStore, IBillingRunStore, IInvoiceStore, IInvoiceReader, IIssuedInvoiceReader, IInvoiceSealer, IElectronicInvoices
{
    public Task<int> CountDebtorsAsync(Debt debt, CancellationToken ct) => Task.FromResult(0);

    public Task<IReadOnlyList<CustomerId>> NextDebtorsAsync(Debt debt, CustomerId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CustomerId>>([]);

    public Task<IReadOnlyList<Charge>> OpenOfAsync(IReadOnlyCollection<CustomerId> customers, LocalDate upTo, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Charge>>([]);

    public Task<IReadOnlyList<StandingFee>> StandingFeesOfAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<StandingFee>>([]);

    public Task<ILookup<ContractId, KnownFee>> FeesOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        Task.FromResult(Array.Empty<KnownFee>().ToLookup(_ => default(ContractId)));

    public Task<IReadOnlyList<Charge>> OnAsync(InvoiceId invoice, CancellationToken ct) => Task.FromResult<IReadOnlyList<Charge>>([]);

    public Task AddAsync(IReadOnlyCollection<Charge> charges, CancellationToken ct) => Task.CompletedTask;

    public Task BillAsync(InvoiceId invoice, IReadOnlyCollection<Charge> charges, CancellationToken ct) => Task.CompletedTask;

    public Task FreeAsync(InvoiceId invoice, IReadOnlyCollection<ChargeId> charges, bool billAgain, CancellationToken ct) => Task.CompletedTask;

    public Task DropAsync(IReadOnlyCollection<ChargeId> charges, CancellationToken ct) => Task.CompletedTask;

    public Task<InvoiceId?> FindInvoiceOfAsync(WorkReportId report, CancellationToken ct) => Task.FromResult<InvoiceId?>(null);

    Task<BillingRun?> IBillingRunStore.FindAsync(BillingRunId id, CancellationToken ct) => Task.FromResult<BillingRun?>(null);

    public Task<BillingRun?> ClaimRunningAsync(CancellationToken ct) => Task.FromResult<BillingRun?>(null);

    Task<Page<BillingRunState>> IBillingRunStore.ListAsync(YearMonth? month, int limit, BillingRunId? before, CancellationToken ct) =>
        Task.FromResult(new Page<BillingRunState>([], HasMore: false));

    public Task<Page<NumberedOutcome>> OutcomesAsync(BillingRunId id, BillingOutcomeKind? kind, int limit, int? after, CancellationToken ct) =>
        Task.FromResult(new Page<NumberedOutcome>([], HasMore: false));

    public Task AddAsync(BillingRun run, CancellationToken ct) => Task.CompletedTask;

    public Task SaveAsync(BillingRun run, IReadOnlyCollection<NumberedOutcome> outcomes, CancellationToken ct) => Task.CompletedTask;

    public Task<Invoice?> FindAsync(InvoiceId id, CustomerReach reach, bool withDrafts, CancellationToken ct) => Task.FromResult<Invoice?>(null);

    public Task<IReadOnlyList<Invoice>> FindAllAsync(IReadOnlyCollection<InvoiceId> ids, CancellationToken ct) => Task.FromResult<IReadOnlyList<Invoice>>([]);

    public Task<IReadOnlyList<Invoice>> DraftsOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Invoice>>([]);

    public Task RequireDateAsync(InvoiceKind kind, LocalDate today, CancellationToken ct) => Task.CompletedTask;

    public Task<InvoiceNumber> NextNumberAsync(InvoiceKind kind, LocalDate today, CancellationToken ct) =>
        Task.FromResult(new InvoiceNumber(kind, today.Year, 1));

    public Task<Progressive> NextProgressiveAsync(CancellationToken ct) => Task.FromResult(new Progressive(1));

    public Task AddAsync(Invoice invoice, CancellationToken ct) => Task.CompletedTask;

    public Task SaveAsync(Invoice invoice, CancellationToken ct) => Task.CompletedTask;

    public Task RemoveAsync(Invoice draft, CancellationToken ct) => Task.CompletedTask;

    public Task<Page<InvoiceSummary>> ListAsync(InvoiceFilter filter, CustomerReach reach, int limit, InvoiceId? after, CancellationToken ct) =>
        Task.FromResult(new Page<InvoiceSummary>([], HasMore: false));

    public Task<IReadOnlyList<IssuedInvoice>> ListAsync(AskedPeriod asked, CustomerReach reach, int limit, InvoicePlace? from, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IssuedInvoice>>([]);

    public SealedInvoice Seal(InvoiceContent content) => new(content, "{}", HashOf("{}"));

    public string HashOf(string text) => new('0', 64);

    public ElectronicInvoice Write(ElectronicInvoiceSource source) => new(NameOf("<x/>", source.Progressive), "<x/>");

    public string NameOf(string file, Progressive progressive) => $"IT00743110157_{progressive}.xml";

    public Seller Seller() => new("MisterAssist", "00743110157", null, "RF01", CustomerSamples.Address("Via Roma 1"), null, "00743110157");
}
