using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Contracts;

internal sealed class SqlContractStore(DbSession db) : IContractStore
{
    private const string Select = """
        SELECT c.id AS Id, c.customer_id AS CustomerId, c.starts_on AS StartsOn, c.ends_on AS EndsOn, c.counted_from AS CountedFrom,
               c.terminated_from AS TerminatedFrom, c.terminated_at AS TerminatedAt, c.termination_reason AS TerminationReason,
               c.created_at AS CreatedAt, c.version AS Version
        FROM contract c
        """;

    private const string PlansOf = """
        SELECT contract_id AS ContractId, from_at AS FromAt, plan_code AS PlanCode, applied_at AS AppliedAt
        FROM contract_plan
        WHERE contract_id IN @Contracts
        ORDER BY from_at
        """;

    private const string InReach = "AND c.customer_id IN @Customers";

    private const string Find = $"{Select} WHERE c.id = @Id";

    private const string FindAllOf = $"{Select} WHERE c.customer_id IN @Customers";

    private const string FindInReach = $"{Find} {InReach}";

    /// <summary>The plan of a contract that has not begun is the one that it will begin with.</summary>
    private const string Matching = $"""
        {Select}
        WHERE c.id > @After
          AND CASE
                WHEN c.terminated_at <= @At THEN 'terminated'
                WHEN c.starts_at > @At THEN 'upcoming'
                WHEN c.ends_at > @At THEN 'in_force'
                ELSE 'ended'
              END IN @States
          AND (@AnyPlan = 1 OR (
                SELECT p.plan_code FROM contract_plan p
                WHERE p.contract_id = c.id
                  AND p.from_at = (SELECT MAX(e.from_at) FROM contract_plan e
                                   WHERE e.contract_id = c.id
                                     AND e.from_at <= CASE WHEN c.starts_at > @At THEN c.starts_at ELSE @At END)) IN @Plans)
        """;

    private const string InOrder = "ORDER BY c.id LIMIT @Limit";

    private const string List = $"{Matching} {InOrder}";

    private const string ListOfCustomers = $"{Matching} {InReach} {InOrder}";

    private const string FindOverlap = """
        SELECT id
        FROM contract
        WHERE customer_id = @CustomerId AND id <> @Id AND starts_at < @EndsAt AND ends_at > @StartsAt AND starts_at < ends_at
        ORDER BY starts_at
        """;

    private const string Insert = """
        INSERT INTO contract
          (id, customer_id, starts_on, ends_on, counted_from, starts_at, ends_at, terminated_from, terminated_at, termination_reason,
           created_at, version)
        VALUES
          (@Id, @CustomerId, @StartsOn, @EndsOn, @CountedFrom, @StartsAt, @EndsAt, @TerminatedFrom, @TerminatedAt, @TerminationReason,
           @CreatedAt, @Version)
        """;

    private const string Update = """
        UPDATE contract
        SET ends_on = @EndsOn, counted_from = @CountedFrom, ends_at = @EndsAt, terminated_from = @TerminatedFrom,
            terminated_at = @TerminatedAt, termination_reason = @TerminationReason, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    private const string InsertPlan = """
        INSERT INTO contract_plan (contract_id, from_at, plan_code, applied_at)
        VALUES (@ContractId, @FromAt, @PlanCode, @AppliedAt)
        """;

    private const string UpdatePlan = "UPDATE contract_plan SET plan_code = @PlanCode WHERE contract_id = @ContractId AND from_at = @FromAt";

    private const string DeletePlans = "DELETE FROM contract_plan WHERE contract_id = @Id AND from_at NOT IN @Kept";

    public async Task<Contract?> FindAsync(ContractId id, CustomerReach reach, CancellationToken ct)
    {
        var parameters = new { Id = DbText.From(id.Value), Customers = ToTexts(reach.Only ?? []) };
        return (await WithPlansAsync(reach.Only is null ? Find : FindInReach, parameters, ct)).SingleOrDefault();
    }

    public async Task<Page<Contract>> ListAsync(
        ContractFilter filter, CustomerReach reach, int limit, ContractId? after, CancellationToken ct)
    {
        var wanted = filter.Customers.Count == 0 ? reach.Only : [.. filter.Customers.Where(reach.Covers)];
        var states = filter.States.Count == 0 ? Enum.GetValues<ContractState>() : filter.States;
        var parameters = new
        {
            After = DbText.From(after?.Value) ?? "",
            At = DbText.From(filter.At),
            States = states.Select(state => DbText.From(state)),
            AnyPlan = filter.Plans.Count == 0,
            Plans = filter.Plans.Select(DbText.From),
            Customers = ToTexts(wanted ?? []),
            Limit = limit + 1,
        };
        return Page.FromOneMore(await WithPlansAsync(wanted is null ? List : ListOfCustomers, parameters, ct), limit);
    }

    public Task<IReadOnlyList<Contract>> OfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        WithPlansAsync(FindAllOf, new { Customers = ToTexts(customers) }, ct);

    public async Task<ContractId?> FindOverlapAsync(Contract contract, CancellationToken ct) =>
        contract.StartsAt < contract.EndsAt
        && await db.QueryFirstAsync<string>(FindOverlap, ContractRow.From(contract), ct) is { } id
            ? new(DbText.ToId(id))
            : null;

    public async Task AddAsync(Contract contract, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, ContractRow.From(contract), ct);
        foreach (var period in contract.Plans)
            await db.ExecuteAsync(InsertPlan, PlanPeriodRow.From(contract.Id, period), ct);
    }

    /// <remarks>Whether a period was applied is not the contract's to say: what stands of that stays.</remarks>
    public async Task SaveAsync(Contract contract, CancellationToken ct)
    {
        var row = ContractRow.From(contract);
        if (await db.ExecuteAsync(Update, row, ct) == 0)
            throw ContractErrors.ChangedMeanwhile();

        var periods = contract.Plans.Select(period => PlanPeriodRow.From(contract.Id, period)).ToList();
        await db.ExecuteAsync(DeletePlans, new { row.Id, Kept = periods.Select(period => period.FromAt) }, ct);
        foreach (var period in periods)
        {
            if (await db.ExecuteAsync(UpdatePlan, period, ct) == 0)
                await db.ExecuteAsync(InsertPlan, period, ct);
        }
    }

    private static IEnumerable<string> ToTexts(IEnumerable<CustomerId> customers) => customers.Select(customer => DbText.From(customer.Value));

    private Task<IReadOnlyList<Contract>> WithPlansAsync(string sql, object parameters, CancellationToken ct) => db.ReadAsync(
        async () =>
        {
            var rows = await db.QueryAsync<ContractRow>(sql, parameters, ct);
            var periods = await db.QueryAsync<PlanPeriodRow>(PlansOf, new { Contracts = rows.Select(row => row.Id) }, ct);
            var byContract = periods.ToLookup(period => period.ContractId);
            return (IReadOnlyList<Contract>)[.. rows.Select(row => row.ToContract(byContract[row.Id]))];
        },
        ct);
}
