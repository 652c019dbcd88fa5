using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class ContractsInMemory : IContractStore, IContractReader
{
    private readonly List<Contract> _contracts = [];

    public Task<Contract?> FindAsync(ContractId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_contracts.Find(c => c.Id == id && reach.Covers(c.Customer)));

    public Task<Page<Contract>> ListAsync(ContractFilter filter, CustomerReach reach, int limit, ContractId? after, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore(
            [
                .. from contract in _contracts
                   where reach.Covers(contract.Customer)
                       && (filter.States.Count == 0 || filter.States.Contains(contract.StateAt(filter.At)))
                   select contract,
            ],
            limit));

    public Task<ContractId?> FindOverlapAsync(Contract contract, CancellationToken ct) => Task.FromResult(_contracts
        .Find(c => c.Customer == contract.Customer && c.Id != contract.Id && c.StartsAt < contract.EndsAt && c.EndsAt > contract.StartsAt)?.Id);

    public Task AddAsync(Contract contract, CancellationToken ct)
    {
        _contracts.Add(contract);
        return Task.CompletedTask;
    }

    // The contract that was found is the one that is kept.
    public Task SaveAsync(Contract contract, CancellationToken ct) => Task.CompletedTask;

    public Task<ContractInForce?> FindInForceAsync(CustomerId customer, Instant at, CancellationToken ct) =>
        Task.FromResult(_contracts.Find(c => c.Customer == customer && c.StartsAt <= at && c.EndsAt > at) is { } contract
            ? new ContractInForce(contract.Id, contract.PlanAt(at))
            : null);
}
