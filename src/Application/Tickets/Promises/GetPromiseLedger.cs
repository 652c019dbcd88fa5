using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Application.Tickets.Promises;

/// <summary>Explains the latest promise of a kind on a ticket: what has counted until an instant, and what is to come until it is due.</summary>
public sealed record GetPromiseLedgerQuery(TicketId TicketId, PromiseKind Kind, Instant? At) : IRequest<PromiseLedger>;

/// <summary>A promise explained.</summary>
/// <param name="At">The instant that was asked about.</param>
/// <param name="Reading">How the promise stands then.</param>
/// <param name="Past">From the start of counting: the counted segments sum to the working time used.</param>
/// <param name="ToCome">Until it is due: the counted segments sum to the working time left. Empty where it is not running.</param>
public sealed record PromiseLedger(
    Instant At, PromiseReading Reading, IReadOnlyList<LedgerSegment> Past, IReadOnlyList<LedgerSegment> ToCome);

internal sealed class GetPromiseLedgerValidator : AbstractValidator<GetPromiseLedgerQuery>
{
    public GetPromiseLedgerValidator() => RuleFor(q => q.At).WithinSupportedYears();
}

internal sealed class GetPromiseLedgerHandler(ITicketReader tickets, TicketClocks clocks, ICaller caller, IClock clock)
    : IRequestHandler<GetPromiseLedgerQuery, PromiseLedger>
{
    public async Task<PromiseLedger> Handle(GetPromiseLedgerQuery request, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindAsync(request.TicketId, caller.Reach, cancellationToken) ?? throw TicketErrors.NotFound();
        var clockOf = await clocks.ForAsync(ticket, cancellationToken);
        var at = request.At ?? clock.GetCurrentInstant();

        var reading = ticket.PromisesAt(at, clockOf).LastOrDefault(reading => reading.Promise.Kind == request.Kind)
            ?? throw TicketErrors.PromiseNotFound(request.Kind);
        return new(at, reading, reading.Past(Ledgers.MaxSegments), reading.ToCome(Ledgers.MaxSegments));
    }
}
