using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SqlCustomerReader(DbSession db) : ICustomerReader
{
    internal const string Exists = "SELECT COUNT(*) FROM customer WHERE id = @Id";

    private const string SiteExists = "SELECT COUNT(*) FROM site WHERE id = @Id AND customer_id = @Customer AND removed_at IS NULL";

    private const string ContactExists = "SELECT COUNT(*) FROM contact WHERE id = @Id AND customer_id = @Customer AND removed_at IS NULL";

    public async Task<bool> ExistsAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        reach.Covers(id) && await db.QueryFirstAsync<int>(Exists, new { Id = DbText.From(id.Value) }, ct) > 0;

    public async Task<bool> SiteExistsAsync(CustomerId customer, SiteId site, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(
            SiteExists, new { Id = DbText.From(site.Value), Customer = DbText.From(customer.Value) }, ct) > 0;

    public async Task<bool> ContactExistsAsync(CustomerId customer, ContactId contact, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(
            ContactExists, new { Id = DbText.From(contact.Value), Customer = DbText.From(customer.Value) }, ct) > 0;
}
