using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Contracts;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Application.Contracts;

/// <summary>Ends a contract before its last day.</summary>
/// <param name="Id">The contract.</param>
/// <param name="FromOn">The first day in Rome without it; today means from now on, null too.</param>
/// <param name="Reason">Why, in words that the customer can read.</param>
/// <param name="Known">The version that the caller knows.</param>
public sealed record TerminateContractCommand(ContractId Id, LocalDate? FromOn, string Reason, KnownVersion Known) : ICommand<ContractAt>;

internal sealed class TerminateContractValidator : AbstractValidator<TerminateContractCommand>
{
    public TerminateContractValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(Termination.MaxReasonLength);
}

internal sealed class TerminateContractHandler(IContractStore contracts, ChangeLog log)
    : IRequestHandler<TerminateContractCommand, ContractAt>
{
    public async Task<ContractAt> Handle(TerminateContractCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        var contract = await contracts.FindAsync(request.Id, log.Reach, cancellationToken) ?? throw ContractErrors.NotFound();
        request.Known.Require(contract.Version);

        contract.Terminate(request.FromOn, request.Reason, now);

        await contracts.SaveAsync(contract, cancellationToken);
        await log.TellAsync(
            "contract.terminated",
            contract,
            [new("terminatedFrom", null, LocalDatePattern.Iso.Format(contract.Termination!.FromOn))],
            request.Reason,
            now,
            cancellationToken);
        return new(contract, now);
    }
}
