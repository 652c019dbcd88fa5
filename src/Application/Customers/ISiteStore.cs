using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Loads and saves the sites of customers.</summary>
public interface ISiteStore
{
    /// <summary>Null where there is none, it was removed, or its customer is out of reach.</summary>
    Task<Site?> FindAsync(CustomerId customer, SiteId id, CustomerReach reach, CancellationToken ct);

    /// <summary>Those of a customer that are there, by id, after a given one; null to begin with the first.</summary>
    Task<Page<Site>> ListAsync(CustomerId customer, int limit, SiteId? after, CancellationToken ct);

    Task AddAsync(Site site, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Site site, CancellationToken ct);

    /// <summary>Whether a contact is at the site.</summary>
    Task<bool> HasContactsAsync(SiteId id, CancellationToken ct);
}
