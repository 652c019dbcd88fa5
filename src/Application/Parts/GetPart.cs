using MediatR;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Parts;

/// <summary>Gets a part, also one that was retired.</summary>
public sealed record GetPartQuery(PartId Id) : IRequest<Part>;

internal sealed class GetPartHandler(IPartStore parts) : IRequestHandler<GetPartQuery, Part>
{
    public async Task<Part> Handle(GetPartQuery request, CancellationToken cancellationToken) =>
        await parts.FindAsync(request.Id, cancellationToken) ?? throw PartErrors.NotFound();
}
