using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Loads and keeps invoices.</summary>
public interface IInvoiceStore
{
    /// <summary>Null where there is none, or none within reach.</summary>
    Task<Invoice?> FindAsync(InvoiceId id, CustomerReach reach, bool withDrafts, CancellationToken ct);

    /// <summary>Some invoices, in no order; without those that are not there.</summary>
    Task<IReadOnlyList<Invoice>> FindAllAsync(IReadOnlyCollection<InvoiceId> ids, CancellationToken ct);

    /// <summary>The drafts of some customers, in no order: one invoice a month at the most, and one credit note over each invoice.</summary>
    Task<IReadOnlyList<Invoice>> DraftsOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">The last number of a kind was given on a later date, in whatever year.</exception>
    Task RequireDateAsync(InvoiceKind kind, LocalDate today, CancellationToken ct);

    /// <summary>The number after the last one given in a year to documents of a kind. It is taken when the transaction is: what fails leaves no gap.</summary>
    /// <exception cref="Domain.Shared.BusinessException">The last one has a later date.</exception>
    Task<InvoiceNumber> NextNumberAsync(InvoiceKind kind, LocalDate today, CancellationToken ct);

    /// <summary>The next file for the exchange system.</summary>
    Task<Progressive> NextProgressiveAsync(CancellationToken ct);

    Task AddAsync(Invoice invoice, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Invoice invoice, CancellationToken ct);

    /// <summary>Removes a draft.</summary>
    Task RemoveAsync(Invoice draft, CancellationToken ct);
}
