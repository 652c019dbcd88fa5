using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Reads customers.</summary>
public interface ICustomerReader
{
    Task<bool> ExistsAsync(CustomerId id, CustomerReach reach, CancellationToken ct);

    Task<bool> SiteExistsAsync(CustomerId customer, SiteId site, CancellationToken ct);

    Task<bool> ContactExistsAsync(CustomerId customer, ContactId contact, CancellationToken ct);
}
