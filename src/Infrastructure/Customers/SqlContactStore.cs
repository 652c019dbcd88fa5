using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SqlContactStore(DbSession db) : IContactStore
{
    private const string Select = """
        SELECT id AS Id, customer_id AS CustomerId, name AS Name, email AS Email, phone AS Phone, role AS Role, site_id AS SiteId,
               created_at AS CreatedAt, removed_at AS RemovedAt, version AS Version
        FROM contact
        """;

    private const string Find = $"{Select} WHERE id = @Id AND customer_id = @Customer AND removed_at IS NULL";

    private const string List =
        $"{Select} WHERE customer_id = @Customer AND id > @After AND removed_at IS NULL ORDER BY id LIMIT @Limit";

    private const string Insert = """
        INSERT INTO contact
          (id, customer_id, name, email, phone, role, site_id, created_at, removed_at, version)
        VALUES
          (@Id, @CustomerId, @Name, @Email, @Phone, @Role, @SiteId, @CreatedAt, @RemovedAt, @Version)
        """;

    private const string Update = """
        UPDATE contact
        SET name = @Name, email = @Email, phone = @Phone, role = @Role, site_id = @SiteId, removed_at = @RemovedAt, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    public async Task<Contact?> FindAsync(CustomerId customer, ContactId id, CustomerReach reach, CancellationToken ct)
    {
        if (!reach.Covers(customer))
            return null;

        var parameters = new { Id = DbText.From(id.Value), Customer = DbText.From(customer.Value) };
        return (await db.QueryFirstAsync<ContactRow>(Find, parameters, ct))?.ToContact();
    }

    public async Task<Page<Contact>> ListAsync(CustomerId customer, int limit, ContactId? after, CancellationToken ct)
    {
        var parameters = new { Customer = DbText.From(customer.Value), After = DbText.From(after?.Value) ?? "", Limit = limit + 1 };
        var rows = await db.QueryAsync<ContactRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToContact())], limit);
    }

    public Task AddAsync(Contact contact, CancellationToken ct) => db.ExecuteAsync(Insert, ContactRow.From(contact), ct);

    public async Task SaveAsync(Contact contact, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, ContactRow.From(contact), ct) == 0)
            throw CustomerErrors.ContactChangedMeanwhile();
    }
}
