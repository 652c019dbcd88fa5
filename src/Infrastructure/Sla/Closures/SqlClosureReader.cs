using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Sla;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Sla.Closures;

internal sealed class SqlClosureReader(DbSession db) : IClosureReader
{
    internal const string Select = """
        SELECT id AS Id, name_it AS NameIt, name_en AS NameEn, starts_on AS StartsOn, ends_on AS EndsOn,
               from_minute AS FromMinute, to_minute AS ToMinute, every_year AS EveryYear,
               announced_at AS AnnouncedAt, withdrawn_at AS WithdrawnAt
        FROM closure
        """;

    private const string StandingAt =
        $"{Select} WHERE announced_at <= @At AND (withdrawn_at IS NULL OR withdrawn_at > @At) ORDER BY id";

    internal const string All = $"{Select} ORDER BY id";

    private const string List = $"""
        {Select}
        WHERE withdrawn_at IS NULL AND (starts_on > @StartsOn OR (starts_on = @StartsOn AND id > @Id))
        ORDER BY starts_on, id
        LIMIT @Limit
        """;

    public async Task<IReadOnlyList<Closure>> StandingAtAsync(Instant at, CancellationToken ct)
    {
        var rows = await db.QueryAsync<ClosureRow>(StandingAt, new { At = DbText.From(at) }, ct);
        return [.. rows.Select(row => row.ToClosure())];
    }

    /// <summary>The first day that every engine knows.</summary>
    private const string BeforeAll = "0001-01-01";

    public async Task<IReadOnlyList<Closure>> AllAsync(CancellationToken ct) =>
        [.. (await db.QueryAsync<ClosureRow>(All, null, ct)).Select(row => row.ToClosure())];

    public async Task<Page<Closure>> ListAsync(int limit, (LocalDate StartsOn, ClosureId Id)? after, CancellationToken ct)
    {
        var parameters = new
        {
            StartsOn = after is { } last ? DbText.From(last.StartsOn) : BeforeAll,
            Id = after is { } key ? DbText.From(key.Id.Value) : "",
            Limit = limit + 1,
        };
        var rows = await db.QueryAsync<ClosureRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToClosure())], limit);
    }
}
