using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Sla.Plans;
using NodaTime.Text;

namespace MisterAssist.Application.Contracts;

/// <summary>Lets a contract last longer.</summary>
/// <param name="Id">The contract.</param>
/// <param name="Months">How many months longer.</param>
/// <param name="Plan">The plan from then on; null for the same.</param>
/// <param name="Known">The version that the caller knows.</param>
public sealed record RenewContractCommand(ContractId Id, int Months, PlanCode? Plan, KnownVersion Known) : ICommand<ContractAt>;

internal sealed class RenewContractValidator : AbstractValidator<RenewContractCommand>
{
    public RenewContractValidator()
    {
        RuleFor(c => c.Months).InclusiveBetween(1, ContractTerm.MaxMonths);
        RuleFor(c => c.Plan!.Value.Value).NotEmpty().MaximumLength(PlanCode.MaxLength).When(c => c.Plan is not null).OverridePropertyName("Plan");
    }
}

internal sealed class RenewContractHandler(IContractStore contracts, IPlanReader plans, ChangeLog log)
    : IRequestHandler<RenewContractCommand, ContractAt>
{
    public async Task<ContractAt> Handle(RenewContractCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        var contract = await contracts.FindAsync(request.Id, log.Reach, cancellationToken) ?? throw ContractErrors.NotFound();
        request.Known.Require(contract.Version);
        if (request.Plan is { } plan)
            await plans.RequireForContractAsync(plan, now, cancellationToken);

        var (endedOn, gave) = (contract.Term.EndsOn, contract.Plans[^1].Plan);
        contract.Renew(request.Months, request.Plan, now);
        await contracts.RequireNoOverlapAsync(contract, cancellationToken);

        await contracts.SaveAsync(contract, cancellationToken);
        var gives = contract.Plans[^1].Plan;
        Change[] changes =
        [
            new("endsOn", LocalDatePattern.Iso.Format(endedOn), LocalDatePattern.Iso.Format(contract.Term.EndsOn)),
            .. gives == gave ? Array.Empty<Change>() : [new("plan", gave.Value, gives.Value)],
        ];
        await log.TellAsync("contract.renewed", contract, changes, note: null, now, cancellationToken);
        return new(contract, now);
    }
}
