using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>Lists contracts within reach as they stand at an instant, in the order in which they were concluded.</summary>
/// <param name="Customers">Whose; empty for anybody's.</param>
/// <param name="Plans">Which plan they give then, or will begin with; empty for any.</param>
/// <param name="States">Where they stand then; empty for anywhere.</param>
/// <param name="At">The instant; null for now.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
public sealed record ListContractsQuery(
    IReadOnlyCollection<CustomerId> Customers, IReadOnlyCollection<PlanCode> Plans, IReadOnlyCollection<ContractState> States, Instant? At,
    int Limit, ContractId? After) : IRequest<Page<ContractAt>>;

internal sealed class ListContractsValidator : AbstractValidator<ListContractsQuery>
{
    public ListContractsValidator() => RuleFor(q => q.At).WithinSupportedYears();
}

internal sealed class ListContractsHandler(IContractStore contracts, ICaller caller, IClock clock)
    : IRequestHandler<ListContractsQuery, Page<ContractAt>>
{
    public async Task<Page<ContractAt>> Handle(ListContractsQuery request, CancellationToken cancellationToken)
    {
        var at = request.At ?? clock.GetCurrentInstant();
        var filter = new ContractFilter(request.Customers, request.Plans, request.States, at);

        var page = await contracts.ListAsync(filter, caller.Reach, request.Limit, request.After, cancellationToken);
        return new([.. page.Items.Select(contract => new ContractAt(contract, at))], page.HasMore);
    }
}
