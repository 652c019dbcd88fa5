using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Sla.Plans;

internal sealed class SqlPlanReader(DbSession db) : IPlanReader
{
    internal const string SelectVersion = """
        SELECT p.code AS Code, p.name_it AS NameIt, p.name_en AS NameEn, p.audience_it AS AudienceIt, p.audience_en AS AudienceEn,
               p.needs_contract AS NeedsContract, p.rank AS Rank, v.number AS Number, v.effective_at AS EffectiveAt,
               v.published_at AS PublishedAt, v.terms AS Terms,
               (SELECT MIN(n.effective_at) FROM plan_version n
                WHERE n.plan_code = v.plan_code AND n.effective_at > v.effective_at) AS SupersededAt,
               (SELECT MAX(l.number) FROM plan_version l WHERE l.plan_code = v.plan_code) AS LatestNumber
        FROM "plan" p
        JOIN plan_version v ON v.plan_code = p.code
        """;

    private const string HeldAt = """
        v.effective_at = (SELECT MAX(e.effective_at) FROM plan_version e
                          WHERE e.plan_code = v.plan_code AND e.effective_at <= @At)
        """;

    private const string Exists = """SELECT COUNT(*) FROM "plan" WHERE code = @Code""";

    internal const string Find = $"{SelectVersion} WHERE p.code = @Code AND {HeldAt}";

    internal const string FindNumber = $"""
        SELECT p.code AS Code, v.number AS Number, p.needs_contract AS NeedsContract, p.rank AS Rank
        FROM "plan" p
        JOIN plan_version v ON v.plan_code = p.code
        WHERE p.code = @Code AND {HeldAt}
        """;

    private const string FindVersion = $"{SelectVersion} WHERE p.code = @Code AND v.number = @Number";

    private const string HoldingFrom = $"""
        {SelectVersion}
        WHERE NOT EXISTS (SELECT 1 FROM plan_version n
                          WHERE n.plan_code = v.plan_code AND n.effective_at > v.effective_at AND n.effective_at <= @At)
        """;

    private const string List = $"{SelectVersion} WHERE p.rank > @AfterRank AND {HeldAt} ORDER BY p.rank LIMIT @Limit";

    private const string ListVersions =
        $"{SelectVersion} WHERE p.code = @Code AND v.number < @BeforeNumber ORDER BY v.number DESC LIMIT @Limit";

    public async Task<bool> ExistsAsync(PlanCode code, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(Exists, new { Code = DbText.From(code) }, ct) > 0;

    public async Task<PlanInForce?> FindAsync(PlanCode code, Instant at, CancellationToken ct) =>
        (await db.QueryFirstAsync<PlanRow>(Find, new { Code = DbText.From(code), At = DbText.From(at) }, ct))?.ToPlanInForce();

    public async Task<VersionInForce?> FindNumberAsync(PlanCode code, Instant at, CancellationToken ct) =>
        await db.QueryFirstAsync<VersionInForceRow>(FindNumber, new { Code = DbText.From(code), At = DbText.From(at) }, ct) is { } row
            ? new(new(row.Code), row.Number, row.NeedsContract, row.Rank)
            : null;

    public async Task<PlanInForce?> FindVersionAsync(PlanCode code, int number, CancellationToken ct) =>
        (await db.QueryFirstAsync<PlanRow>(FindVersion, new { Code = DbText.From(code), Number = number }, ct))?.ToPlanInForce();

    public async Task<IReadOnlyList<PlanInForce>> AllAsync(Instant at, CancellationToken ct) =>
        (await ListAsync(at, int.MaxValue - 1, 0, ct)).Items;

    public async Task<IReadOnlyList<PlanVersion>> HoldingFromAsync(Instant at, CancellationToken ct)
    {
        var rows = await db.QueryAsync<PlanRow>(HoldingFrom, new { At = DbText.From(at) }, ct);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<Page<PlanInForce>> ListAsync(Instant at, int limit, int afterRank, CancellationToken ct)
    {
        var rows = await db.QueryAsync<PlanRow>(List, new { At = DbText.From(at), AfterRank = afterRank, Limit = limit + 1 }, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToPlanInForce())], limit);
    }

    public async Task<Page<PlanInForce>> ListVersionsAsync(PlanCode code, int limit, int beforeNumber, CancellationToken ct)
    {
        var rows = await db.QueryAsync<PlanRow>(
            ListVersions, new { Code = DbText.From(code), BeforeNumber = beforeNumber, Limit = limit + 1 }, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToPlanInForce())], limit);
    }
}

internal sealed class VersionInForceRow
{
    public required string Code { get; init; }

    public required int Number { get; init; }

    public required bool NeedsContract { get; init; }

    public required int Rank { get; init; }
}
