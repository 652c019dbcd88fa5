using System.Data.Common;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Sla.Plans;

internal sealed class SqlPlanStore(DbSession db) : IPlanStore
{
    private const string Find = $"{SqlPlanReader.SelectVersion} WHERE p.code = @Code ORDER BY v.number";

    private const string InsertPlanIfAbsent = """
        INSERT INTO "plan" (code, name_it, name_en, audience_it, audience_en, needs_contract, rank)
        SELECT @Code, @NameIt, @NameEn, @AudienceIt, @AudienceEn, @NeedsContract, @Rank
        WHERE NOT EXISTS (SELECT 1 FROM "plan" WHERE code = @Code)
        """;

    private const string InsertVersion = """
        INSERT INTO plan_version (plan_code, number, effective_at, published_at, terms)
        VALUES (@Code, @Number, @EffectiveAt, @PublishedAt, @Terms)
        """;

    public async Task<Plan?> FindAsync(PlanCode code, CancellationToken ct)
    {
        var rows = await db.QueryAsync<PlanRow>(Find, new { Code = DbText.From(code) }, ct);
        return rows.Count == 0 ? null : PlanRow.ToPlan(rows);
    }

    public async Task AddIfAbsentAsync(Plan plan, CancellationToken ct)
    {
        var row = new
        {
            Code = plan.Code.Value,
            NameIt = plan.Name.It,
            NameEn = plan.Name.En,
            AudienceIt = plan.Audience.It,
            AudienceEn = plan.Audience.En,
            plan.NeedsContract,
            plan.Rank,
        };
        if (await db.ExecuteAsync(InsertPlanIfAbsent, row, ct) == 0)
            return;

        foreach (var version in plan.Versions)
            await AddVersionAsync(version, ct);
    }

    public async Task AddVersionAsync(PlanVersion version, CancellationToken ct)
    {
        var row = new
        {
            Code = version.Plan.Value,
            version.Number,
            EffectiveAt = DbText.From(version.EffectiveAt),
            PublishedAt = DbText.From(version.PublishedAt),
            Terms = PlanTermsDocument.Write(version.Terms),
        };
        try
        {
            await db.ExecuteAsync(InsertVersion, row, ct);
        }
        catch (DbException failure) when (failure.IsDuplicateKey())
        {
            throw PlanErrors.PublishedMeanwhile(version.Plan);
        }
    }
}
