using FluentValidation;
using MediatR;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Contracts;

/// <summary>Concludes a contract with a customer, who has no other one at the same time.</summary>
/// <param name="Customer">With whom.</param>
/// <param name="Plan">What it gives.</param>
/// <param name="StartsOn">The first day in Rome; it may be over.</param>
/// <param name="EndsOn">The last day, inclusive; null for a year.</param>
public sealed record CreateContractCommand(CustomerId Customer, PlanCode Plan, LocalDate StartsOn, LocalDate? EndsOn) : ICommand<ContractAt>;

internal sealed class CreateContractValidator : AbstractValidator<CreateContractCommand>
{
    /// <summary>So that a term of ten years ends within the years that can be counted.</summary>
    private const int LastYear = 2189;

    public CreateContractValidator()
    {
        RuleFor(c => c.Plan.Value).NotEmpty().MaximumLength(PlanCode.MaxLength).OverridePropertyName("Plan");
        RuleFor(c => c.StartsOn.Year).InclusiveBetween(1970, LastYear).OverridePropertyName("StartsOn");
        RuleFor(c => c.EndsOn!.Value.Year).InclusiveBetween(1970, LastYear + 10).When(c => c.EndsOn is not null).OverridePropertyName("EndsOn");
    }
}

internal sealed class CreateContractHandler(IContractStore contracts, ICustomerReader customers, IPlanReader plans, ChangeLog log)
    : IRequestHandler<CreateContractCommand, ContractAt>
{
    public async Task<ContractAt> Handle(CreateContractCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        if (!await customers.ExistsAsync(request.Customer, log.Reach, cancellationToken))
            throw CustomerErrors.NotFound();
        await plans.RequireForContractAsync(request.Plan, now, cancellationToken);

        var contract = Contract.Conclude(request.Customer, ContractTerm.Create(request.StartsOn, request.EndsOn), request.Plan, now);
        await contracts.RequireNoOverlapAsync(contract, cancellationToken);

        await contracts.AddAsync(contract, cancellationToken);
        await log.TellAsync(
            "contract.created",
            contract,
            [
                new("plan", null, request.Plan.Value),
                new("startsOn", null, LocalDatePattern.Iso.Format(contract.Term.StartsOn)),
                new("endsOn", null, LocalDatePattern.Iso.Format(contract.Term.EndsOn)),
            ],
            note: null,
            now,
            cancellationToken);
        return new(contract, now);
    }
}
