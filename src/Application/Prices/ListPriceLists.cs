using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Prices;

namespace MisterAssist.Application.Prices;

/// <summary>Lists the price lists, the newest first.</summary>
public sealed record ListPriceListsQuery(int Limit, int BeforeNumber = int.MaxValue) : IRequest<Page<PriceList>>;

internal sealed class ListPriceListsHandler(IPriceListStore lists) : IRequestHandler<ListPriceListsQuery, Page<PriceList>>
{
    public Task<Page<PriceList>> Handle(ListPriceListsQuery request, CancellationToken cancellationToken) =>
        lists.ListAsync(request.Limit, request.BeforeNumber, cancellationToken);
}
