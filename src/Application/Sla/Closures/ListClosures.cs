using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Lists the closures that stand announced, by first day.</summary>
public sealed record ListClosuresQuery(int Limit, (LocalDate StartsOn, ClosureId Id)? After = null) : IRequest<Page<Closure>>;

internal sealed class ListClosuresHandler(IClosureReader closures) : IRequestHandler<ListClosuresQuery, Page<Closure>>
{
    public Task<Page<Closure>> Handle(ListClosuresQuery request, CancellationToken cancellationToken) =>
        closures.ListAsync(request.Limit, request.After, cancellationToken);
}
