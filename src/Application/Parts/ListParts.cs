using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Parts;

/// <summary>Lists the parts that can be fitted, in the order in which they were added.</summary>
public sealed record ListPartsQuery(PartFilter Filter, int Limit, PartId? After) : IRequest<Page<Part>>;

internal sealed class ListPartsHandler(IPartStore parts) : IRequestHandler<ListPartsQuery, Page<Part>>
{
    public Task<Page<Part>> Handle(ListPartsQuery request, CancellationToken cancellationToken) =>
        parts.ListAsync(request.Filter, request.Limit, request.After, cancellationToken);
}
