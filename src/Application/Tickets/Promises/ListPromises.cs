using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Application.Tickets.Promises;

/// <summary>Lists the promises of a ticket as they stand at an instant: now, or then, or later if nothing more happens.</summary>
public sealed record ListPromisesQuery(TicketId TicketId, Instant? At) : IRequest<PromisesAt>;

/// <summary>Promises as they stand at an instant, by round and kind.</summary>
public sealed record PromisesAt(Instant At, IReadOnlyList<PromiseReading> Readings);

internal sealed class ListPromisesValidator : AbstractValidator<ListPromisesQuery>
{
    public ListPromisesValidator() => RuleFor(q => q.At).WithinSupportedYears();
}

internal sealed class ListPromisesHandler(ITicketReader tickets, TicketClocks clocks, ICaller caller, IClock clock)
    : IRequestHandler<ListPromisesQuery, PromisesAt>
{
    public async Task<PromisesAt> Handle(ListPromisesQuery request, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindAsync(request.TicketId, caller.Reach, cancellationToken) ?? throw TicketErrors.NotFound();
        var clockOf = await clocks.ForAsync(ticket, cancellationToken);
        var at = request.At ?? clock.GetCurrentInstant();

        return new(at, ticket.PromisesAt(at, clockOf));
    }
}
