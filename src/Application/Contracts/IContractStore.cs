using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>Loads and saves contracts.</summary>
public interface IContractStore
{
    /// <summary>Null where there is none, or its customer is out of reach.</summary>
    Task<Contract?> FindAsync(ContractId id, CustomerReach reach, CancellationToken ct);

    /// <summary>By id, after a given one; null to begin with the first.</summary>
    Task<Page<Contract>> ListAsync(ContractFilter filter, CustomerReach reach, int limit, ContractId? after, CancellationToken ct);

    /// <summary>All contracts of some customers, in no order that matters.</summary>
    Task<IReadOnlyList<Contract>> OfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct);

    /// <summary>Another contract of the same customer that is in force at some instant at which this one is; null where none is.</summary>
    Task<ContractId?> FindOverlapAsync(Contract contract, CancellationToken ct);

    Task AddAsync(Contract contract, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It was changed meanwhile.</exception>
    Task SaveAsync(Contract contract, CancellationToken ct);
}

/// <summary>Which contracts are meant.</summary>
/// <param name="Customers">Whose; empty for anybody's.</param>
/// <param name="Plans">Which plan they give at the instant, or will begin with; empty for any.</param>
/// <param name="States">Where they stand at the instant; empty for anywhere.</param>
/// <param name="At">The instant.</param>
public sealed record ContractFilter(
    IReadOnlyCollection<CustomerId> Customers, IReadOnlyCollection<PlanCode> Plans, IReadOnlyCollection<ContractState> States, Instant At);
