using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Loads and keeps what customers owe. What issued work reports charge is kept with them, and dropped when they are voided.</summary>
public interface IChargeStore
{
    /// <summary>How many customers there are for whom there may be something to bill.</summary>
    Task<int> CountDebtorsAsync(Debt debt, CancellationToken ct);

    /// <summary>The next of them by id, after a given one; null to begin with the first.</summary>
    Task<IReadOnlyList<CustomerId>> NextDebtorsAsync(Debt debt, CustomerId? after, int limit, CancellationToken ct);

    /// <summary>What of some customers is open that accrued up to a day.</summary>
    Task<IReadOnlyList<Charge>> OpenOfAsync(IReadOnlyCollection<CustomerId> customers, LocalDate upTo, CancellationToken ct);

    /// <summary>All fees of the contracts of some customers, billed or not, also those that are not owed any more.</summary>
    Task<ILookup<ContractId, KnownFee>> FeesOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct);

    /// <summary>The fees of some contracts that stand on drafts or issued invoices, those given back too.</summary>
    Task<IReadOnlyList<StandingFee>> StandingFeesOfAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken ct);

    /// <summary>What stands on an invoice, or stood on a credited one.</summary>
    Task<IReadOnlyList<Charge>> OnAsync(InvoiceId invoice, CancellationToken ct);

    Task AddAsync(IReadOnlyCollection<Charge> charges, CancellationToken ct);

    /// <summary>Puts what is open on an invoice.</summary>
    /// <exception cref="Domain.Shared.BusinessException">Some of it was billed meanwhile.</exception>
    Task BillAsync(InvoiceId invoice, IReadOnlyCollection<Charge> charges, CancellationToken ct);

    /// <summary>Takes charges off an invoice: they are open again, or dropped where they are not to be billed any more.</summary>
    Task FreeAsync(InvoiceId invoice, IReadOnlyCollection<ChargeId> charges, bool billAgain, CancellationToken ct);

    /// <summary>What is open is not to be billed any more.</summary>
    Task DropAsync(IReadOnlyCollection<ChargeId> charges, CancellationToken ct);

    /// <summary>The invoice on which something of a work report stands; null where nothing does.</summary>
    Task<InvoiceId?> FindInvoiceOfAsync(WorkReportId report, CancellationToken ct);
}

/// <summary>What may be there to bill: something that is open, a contract that began, and perhaps a draft.</summary>
/// <param name="UpTo">The last day that counts.</param>
/// <param name="DraftsOf">The month whose drafts, and those of months before, count too; null where none do.</param>
public sealed record Debt(LocalDate UpTo, YearMonth? DraftsOf)
{
    /// <summary>What a run over a month looks at.</summary>
    public static Debt Of(YearMonth month, bool withDrafts) => new(month.ToDateInterval().End, withDrafts ? month : null);
}
