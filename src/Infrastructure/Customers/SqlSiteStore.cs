using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SqlSiteStore(DbSession db) : ISiteStore
{
    private const string Select = """
        SELECT id AS Id, customer_id AS CustomerId, name AS Name, street AS Street, postal_code AS PostalCode, city AS City,
               province AS Province, country AS Country, time_zone AS TimeZone, notes AS Notes, created_at AS CreatedAt,
               removed_at AS RemovedAt, version AS Version
        FROM site
        """;

    private const string Find = $"{Select} WHERE id = @Id AND customer_id = @Customer AND removed_at IS NULL";

    private const string List =
        $"{Select} WHERE customer_id = @Customer AND id > @After AND removed_at IS NULL ORDER BY id LIMIT @Limit";

    private const string Insert = """
        INSERT INTO site
          (id, customer_id, name, street, postal_code, city, province, country, time_zone, notes, created_at, removed_at, version)
        VALUES
          (@Id, @CustomerId, @Name, @Street, @PostalCode, @City, @Province, @Country, @TimeZone, @Notes, @CreatedAt, @RemovedAt,
           @Version)
        """;

    private const string Update = """
        UPDATE site
        SET name = @Name, street = @Street, postal_code = @PostalCode, city = @City, province = @Province, country = @Country,
            time_zone = @TimeZone, notes = @Notes, removed_at = @RemovedAt, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    private const string CountContacts = "SELECT COUNT(*) FROM contact WHERE site_id = @Id AND removed_at IS NULL";

    public async Task<Site?> FindAsync(CustomerId customer, SiteId id, CustomerReach reach, CancellationToken ct)
    {
        if (!reach.Covers(customer))
            return null;

        var parameters = new { Id = DbText.From(id.Value), Customer = DbText.From(customer.Value) };
        return (await db.QueryFirstAsync<SiteRow>(Find, parameters, ct))?.ToSite();
    }

    public async Task<Page<Site>> ListAsync(CustomerId customer, int limit, SiteId? after, CancellationToken ct)
    {
        var parameters = new { Customer = DbText.From(customer.Value), After = DbText.From(after?.Value) ?? "", Limit = limit + 1 };
        var rows = await db.QueryAsync<SiteRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToSite())], limit);
    }

    public Task AddAsync(Site site, CancellationToken ct) => db.ExecuteAsync(Insert, SiteRow.From(site), ct);

    public async Task SaveAsync(Site site, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, SiteRow.From(site), ct) == 0)
            throw CustomerErrors.SiteChangedMeanwhile();
    }

    public async Task<bool> HasContactsAsync(SiteId id, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(CountContacts, new { Id = DbText.From(id.Value) }, ct) > 0;
}
