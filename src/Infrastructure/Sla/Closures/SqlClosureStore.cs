using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Sla;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Sla.Closures;

internal sealed class SqlClosureStore(DbSession db) : IClosureStore
{
    private const string Find = $"{SqlClosureReader.Select} WHERE id = @Id AND withdrawn_at IS NULL";

    private const string Insert = """
        INSERT INTO closure
          (id, name_it, name_en, starts_on, ends_on, from_minute, to_minute, every_year, announced_at, withdrawn_at)
        VALUES
          (@Id, @NameIt, @NameEn, @StartsOn, @EndsOn, @FromMinute, @ToMinute, @EveryYear, @AnnouncedAt, @WithdrawnAt)
        """;

    private const string Withdraw = "UPDATE closure SET withdrawn_at = @WithdrawnAt WHERE id = @Id AND withdrawn_at IS NULL";

    public async Task<Closure?> FindAsync(ClosureId id, CancellationToken ct) =>
        (await db.QueryFirstAsync<ClosureRow>(Find, new { Id = DbText.From(id.Value) }, ct))?.ToClosure();

    public Task AddAsync(Closure closure, CancellationToken ct) => db.ExecuteAsync(Insert, ClosureRow.From(closure), ct);

    public async Task WithdrawAsync(Closure closure, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Withdraw, ClosureRow.From(closure), ct) == 0)
            throw SlaErrors.ClosureNotFound();
    }
}
