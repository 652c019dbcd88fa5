using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Loads and saves the contacts of customers.</summary>
public interface IContactStore
{
    /// <summary>Null where there is none, it was removed, or its customer is out of reach.</summary>
    Task<Contact?> FindAsync(CustomerId customer, ContactId id, CustomerReach reach, CancellationToken ct);

    /// <summary>Those of a customer that are there, by id, after a given one; null to begin with the first.</summary>
    Task<Page<Contact>> ListAsync(CustomerId customer, int limit, ContactId? after, CancellationToken ct);

    Task AddAsync(Contact contact, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Contact contact, CancellationToken ct);
}
