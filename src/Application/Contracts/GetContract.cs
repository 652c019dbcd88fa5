using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Contracts;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>Gets a contract within reach, as it stands now.</summary>
public sealed record GetContractQuery(ContractId Id) : IRequest<ContractAt>;

internal sealed class GetContractHandler(IContractStore contracts, ICaller caller, IClock clock) : IRequestHandler<GetContractQuery, ContractAt>
{
    public async Task<ContractAt> Handle(GetContractQuery request, CancellationToken cancellationToken)
    {
        var contract = await contracts.FindAsync(request.Id, caller.Reach, cancellationToken) ?? throw ContractErrors.NotFound();
        return new(contract, clock.GetCurrentInstant());
    }
}
