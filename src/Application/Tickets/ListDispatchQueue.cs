using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Lists open work that the caller may see, what is to be done first coming first.</summary>
/// <remarks>Urgent before normal; then contract customers before others, higher plans first; then the nearest deadline; then the oldest.</remarks>
public sealed record ListDispatchQueueQuery(TicketFilter Filter, QueuePlace? After, int Limit) : IRequest<TicketsAt>;

internal sealed class ListDispatchQueueValidator : AbstractValidator<ListDispatchQueueQuery>
{
    public ListDispatchQueueValidator() => RuleFor(q => q.Filter).SetValidator(new TicketFilterValidator()).OverridePropertyName("");
}

internal sealed class ListDispatchQueueHandler(ITicketReader tickets, ICaller caller, IClock clock)
    : IRequestHandler<ListDispatchQueueQuery, TicketsAt>
{
    public async Task<TicketsAt> Handle(ListDispatchQueueQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return new(await tickets.ListQueueAsync(request.Filter, caller.Reach, request.After, request.Limit, now, cancellationToken), now);
    }
}
