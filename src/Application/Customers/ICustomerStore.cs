using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Loads and saves customers.</summary>
public interface ICustomerStore
{
    /// <summary>Null where there is none, or none within reach.</summary>
    Task<Customer?> FindAsync(CustomerId id, CustomerReach reach, CancellationToken ct);

    /// <summary>In no order that matters; who is not there is left out.</summary>
    Task<IReadOnlyList<Customer>> FindAllAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken ct);

    /// <summary>By id, after a given one; null to begin with the first.</summary>
    Task<Page<Customer>> ListAsync(CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after, CancellationToken ct);

    Task AddAsync(Customer customer, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Customer customer, CancellationToken ct);
}

/// <summary>Which customers are meant; null for whatever there is.</summary>
/// <param name="Kind">Company or private.</param>
/// <param name="Name">Words of the name, in any case.</param>
/// <param name="VatNumber">All of it, as it is kept.</param>
/// <param name="TaxCode">All of it, as it is kept.</param>
public sealed record CustomerFilter(PartyKind? Kind, string? Name, string? VatNumber, string? TaxCode);
