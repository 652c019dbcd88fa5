using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>What a contract is held against that is not in itself.</summary>
internal static class ContractChecks
{
    /// <exception cref="Domain.Shared.BusinessException">There is no such plan, or it is the one for whoever has no contract.</exception>
    public static async Task RequireForContractAsync(this IPlanReader plans, PlanCode code, Instant now, CancellationToken ct)
    {
        var plan = await plans.FindAsync(code, now, ct) ?? throw PlanErrors.UnknownPlan(code, now);
        if (!plan.NeedsContract)
            throw ContractErrors.PlanWithoutContract(code);
    }

    /// <exception cref="Domain.Shared.BusinessException">The customer has another one at some instant of it.</exception>
    public static async Task RequireNoOverlapAsync(this IContractStore contracts, Contract contract, CancellationToken ct)
    {
        if (await contracts.FindOverlapAsync(contract, ct) is { } other)
            throw ContractErrors.Overlaps(other);
    }
}
