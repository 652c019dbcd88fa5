using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class PlansInMemory : IPlanStore, IPlanReader
{
    private readonly List<Plan> _plans = [];

    public IReadOnlyList<PlanVersion> Added { get; private set; } = [];

    public void Have(params IEnumerable<Plan> plans) => _plans.AddRange(plans);

    public Task<Plan?> FindAsync(PlanCode code, CancellationToken ct) => Task.FromResult(Find(code));

    public Task AddIfAbsentAsync(Plan plan, CancellationToken ct)
    {
        if (Find(plan.Code) is null)
            _plans.Add(plan);
        return Task.CompletedTask;
    }

    public Task AddVersionAsync(PlanVersion version, CancellationToken ct)
    {
        Added = [.. Added, version];
        return Task.CompletedTask;
    }

    public Task<bool> ExistsAsync(PlanCode code, CancellationToken ct) => Task.FromResult(Find(code) is not null);

    public Task<PlanInForce?> FindAsync(PlanCode code, Instant at, CancellationToken ct) =>
        Task.FromResult(Find(code) is { } plan && HeldBy(plan, at) is { } version ? InForce(plan, version) : null);

    public async Task<VersionInForce?> FindNumberAsync(PlanCode code, Instant at, CancellationToken ct) =>
        await FindAsync(code, at, ct) is { } plan ? new(plan.Code, plan.Version.Number, plan.NeedsContract, plan.Rank) : null;

    public Task<PlanInForce?> FindVersionAsync(PlanCode code, int number, CancellationToken ct) =>
        Task.FromResult(
            Find(code) is { } plan && plan.Versions.FirstOrDefault(v => v.Number == number) is { } version ? InForce(plan, version) : null);

    public Task<IReadOnlyList<PlanInForce>> AllAsync(Instant at, CancellationToken ct) => Task.FromResult(All(at));

    public Task<IReadOnlyList<PlanVersion>> HoldingFromAsync(Instant at, CancellationToken ct) => Task.FromResult<IReadOnlyList<PlanVersion>>(
    [
        .. from plan in _plans
           from version in plan.Versions
           where version.EffectiveAt >= (HeldBy(plan, at)?.EffectiveAt ?? Instant.MinValue)
           select version,
    ]);

    public Task<Page<PlanInForce>> ListAsync(Instant at, int limit, int afterRank, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore([.. All(at).Where(plan => plan.Rank > afterRank)], limit));

    public Task<Page<PlanInForce>> ListVersionsAsync(PlanCode code, int limit, int beforeNumber, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore(
            [
                .. from plan in _plans
                   where plan.Code == code
                   from version in plan.Versions
                   where version.Number < beforeNumber
                   orderby version.Number descending
                   select InForce(plan, version),
            ],
            limit));

    private static PlanVersion? HeldBy(Plan plan, Instant at) =>
        plan.Versions.Where(v => v.EffectiveAt <= at).MaxBy(v => v.EffectiveAt);

    private static PlanInForce InForce(Plan plan, PlanVersion version) => new(
        plan.Code, plan.Name, plan.Audience, plan.NeedsContract, plan.Rank, version,
        plan.Versions.Where(v => v.EffectiveAt > version.EffectiveAt).Min(v => (Instant?)v.EffectiveAt),
        plan.Versions.Count);

    private Plan? Find(PlanCode code) => _plans.Find(plan => plan.Code == code);

    private IReadOnlyList<PlanInForce> All(Instant at) =>
    [
        .. from plan in _plans
           orderby plan.Rank
           let version = HeldBy(plan, at)
           where version is not null
           select InForce(plan, version),
    ];
}
