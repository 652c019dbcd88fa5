using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Contracts;

/// <summary>Gives another plan under a contract that stands.</summary>
/// <param name="Id">The contract.</param>
/// <param name="Plan">The plan.</param>
/// <param name="FromOn">The day in Rome from which it counts; today means from now on, null too.</param>
/// <param name="Known">The version that the caller knows.</param>
public sealed record ChangeContractPlanCommand(ContractId Id, PlanCode Plan, LocalDate? FromOn, KnownVersion Known) : ICommand<ContractAt>;

internal sealed class ChangeContractPlanValidator : AbstractValidator<ChangeContractPlanCommand>
{
    public ChangeContractPlanValidator() =>
        RuleFor(c => c.Plan.Value).NotEmpty().MaximumLength(PlanCode.MaxLength).OverridePropertyName("Plan");
}

internal sealed class ChangeContractPlanHandler(IContractStore contracts, IPlanReader plans, PlanChanges changes, ChangeLog log)
    : IRequestHandler<ChangeContractPlanCommand, ContractAt>
{
    public async Task<ContractAt> Handle(ChangeContractPlanCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        var contract = await contracts.FindAsync(request.Id, log.Reach, cancellationToken) ?? throw ContractErrors.NotFound();
        request.Known.Require(contract.Version);
        await plans.RequireForContractAsync(request.Plan, now, cancellationToken);

        var change = contract.ChangePlan(request.Plan, request.FromOn, now);

        await contracts.SaveAsync(contract, cancellationToken);
        await log.TellAsync(
            "contract.plan_changed",
            contract,
            [
                new("plan", change.Before.Value, request.Plan.Value),
                new("planFromAt", null, InstantPattern.ExtendedIso.Format(change.FromAt)),
            ],
            note: null,
            now,
            cancellationToken);
        await changes.ApplyDueAsync(contract.Id, now, cancellationToken);
        return new(contract, now);
    }
}
