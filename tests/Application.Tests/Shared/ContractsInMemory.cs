using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Contracts, and which changes of plan were applied.</summary>
internal sealed class ContractsInMemory : IContractStore, IContractReader, IContractPlanChanges
{
    private readonly Dictionary<ContractId, Contract> _contracts = [];
    private readonly List<DuePlanChange> _applied = [];

    public IReadOnlyList<DuePlanChange> Applied => _applied;

    public void Have(Contract contract) => _contracts[contract.Id] = contract;

    public Task<ContractInForce?> FindInForceAsync(CustomerId customer, Instant at, CancellationToken ct) => Task.FromResult(
        _contracts.Values.SingleOrDefault(contract => contract.Customer == customer && contract.StartsAt <= at && at < contract.EndsAt) is { } found
            ? new ContractInForce(found.Id, found.PlanAt(at), found.Plans.Last(period => period.FromAt <= at).FromAt)
            : null);

    public Task<IReadOnlyList<Contract>> OfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Contract>>([.. _contracts.Values.Where(contract => customers.Contains(contract.Customer))]);

    public Task<IReadOnlyList<DuePlanChange>> ClaimDueAsync(ContractId? contract, Instant now, CancellationToken ct)
    {
        DuePlanChange[] due =
        [..
            from concluded in _contracts.Values
            from period in concluded.Plans
            let change = new DuePlanChange(concluded.Id, concluded.Customer, period.Plan, period.FromAt)
            where period.AppliedAt is null && period.FromAt <= now && (contract is null || concluded.Id == contract) && !_applied.Contains(change)
            orderby period.FromAt
            select change,
        ];
        DuePlanChange[] claimed = [.. due.Where(change => change.Contract == due[0].Contract)];
        _applied.AddRange(claimed);
        return Task.FromResult<IReadOnlyList<DuePlanChange>>(claimed);
    }

    public Task<Contract?> FindAsync(ContractId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_contracts.TryGetValue(id, out var contract) && reach.Covers(contract.Customer) ? contract : null);

    public Task<Page<Contract>> ListAsync(
        ContractFilter filter, CustomerReach reach, int limit, ContractId? after, CancellationToken ct) => Task.FromResult(Page.FromOneMore(
        [
            .. from contract in _contracts.Values
               where reach.Covers(contract.Customer) && string.CompareOrdinal(contract.Id.ToString(), after?.ToString()) > 0
               orderby contract.Id.ToString()
               select contract,
        ],
        limit));

    public Task<ContractId?> FindOverlapAsync(Contract contract, CancellationToken ct) => Task.FromResult(_contracts.Values
        .Where(other => other.Customer == contract.Customer && other.Id != contract.Id)
        .Where(other => other.StartsAt < contract.EndsAt && contract.StartsAt < other.EndsAt)
        .Select(other => (ContractId?)other.Id)
        .FirstOrDefault());

    public Task AddAsync(Contract contract, CancellationToken ct) => SaveAsync(contract, ct);

    public Task SaveAsync(Contract contract, CancellationToken ct)
    {
        Have(contract);
        return Task.CompletedTask;
    }
}
