using MediatR;
using MisterAssist.Domain.Sla;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Gets a closure that stands announced.</summary>
public sealed record GetClosureQuery(ClosureId Id) : IRequest<Closure>;

internal sealed class GetClosureHandler(IClosureStore closures) : IRequestHandler<GetClosureQuery, Closure>
{
    public async Task<Closure> Handle(GetClosureQuery request, CancellationToken cancellationToken) =>
        await closures.FindAsync(request.Id, cancellationToken) ?? throw SlaErrors.ClosureNotFound();
}
