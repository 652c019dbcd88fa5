using MediatR;
using MisterAssist.Domain.Prices;

namespace MisterAssist.Application.Prices;

/// <summary>Gets a price list, whether it held, holds or will hold.</summary>
public sealed record GetPriceListQuery(PriceListId Id) : IRequest<PriceList>;

internal sealed class GetPriceListHandler(IPriceListStore lists) : IRequestHandler<GetPriceListQuery, PriceList>
{
    public async Task<PriceList> Handle(GetPriceListQuery request, CancellationToken cancellationToken) =>
        await lists.FindAsync(request.Id, cancellationToken) ?? throw PriceErrors.NotFound();
}
