using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Technicians;

internal sealed class SqlTechnicianStore(DbSession db) : ITechnicianStore
{
    private const string Select = """
        SELECT id AS Id, name AS Name, email AS Email, created_at AS CreatedAt, retired_at AS RetiredAt, version AS Version
        FROM technician
        """;

    private const string Find = $"{Select} WHERE id = @Id";

    private const string FindAll = $"{Select} WHERE id IN @Ids";

    private const string List = $"{Select} WHERE id > @After AND retired_at IS NULL ORDER BY id LIMIT @Limit";

    private const string Insert = """
        INSERT INTO technician (id, name, email, created_at, retired_at, version)
        VALUES (@Id, @Name, @Email, @CreatedAt, @RetiredAt, @Version)
        """;

    private const string Update = """
        UPDATE technician
        SET name = @Name, email = @Email, retired_at = @RetiredAt, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    public async Task<Technician?> FindAsync(TechnicianId id, CancellationToken ct) =>
        (await db.QueryFirstAsync<TechnicianRow>(Find, new { Id = DbText.From(id.Value) }, ct))?.ToTechnician();

    public async Task<IReadOnlyList<Technician>> FindAllAsync(IReadOnlyCollection<TechnicianId> ids, CancellationToken ct)
    {
        var rows = await db.QueryAsync<TechnicianRow>(FindAll, new { Ids = ids.Select(id => DbText.From(id.Value)) }, ct);
        return [.. rows.Select(row => row.ToTechnician())];
    }

    public async Task<Page<Technician>> ListAsync(int limit, TechnicianId? after, CancellationToken ct)
    {
        var rows = await db.QueryAsync<TechnicianRow>(List, new { After = DbText.From(after?.Value) ?? "", Limit = limit + 1 }, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToTechnician())], limit);
    }

    public Task AddAsync(Technician technician, CancellationToken ct) => db.ExecuteAsync(Insert, TechnicianRow.From(technician), ct);

    public async Task SaveAsync(Technician technician, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, TechnicianRow.From(technician), ct) == 0)
            throw TechnicianErrors.ChangedMeanwhile();
    }
}
