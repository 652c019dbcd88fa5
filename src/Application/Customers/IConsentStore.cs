using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Loads and saves the consents of customers.</summary>
public interface IConsentStore
{
    /// <summary>Null where there is none, or its customer is out of reach.</summary>
    Task<Consent?> FindAsync(CustomerId customer, ConsentId id, CustomerReach reach, CancellationToken ct);

    /// <summary>All that a customer ever gave, withdrawn ones too, by id, after a given one; null to begin with the first.</summary>
    Task<Page<Consent>> ListAsync(CustomerId customer, int limit, ConsentId? after, CancellationToken ct);

    Task AddAsync(Consent consent, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was withdrawn meanwhile.</exception>
    Task SaveAsync(Consent consent, CancellationToken ct);
}
