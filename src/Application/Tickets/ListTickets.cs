using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Lists tickets that the caller may see.</summary>
public sealed record ListTicketsQuery(TicketFilter Filter, TicketOrder Order, TicketPlace? After, int Limit) : IRequest<TicketsAt>;

/// <summary>Tickets as they stand at an instant.</summary>
public sealed record TicketsAt(Page<TicketSummary> Page, Instant At);

internal sealed class TicketFilterValidator : AbstractValidator<TicketFilter>
{
    public TicketFilterValidator()
    {
        RuleFor(f => f.Assignee).Length(1, TicketWords.MaxAssigneeLength);
        RuleFor(f => f.Text).Length(1, TicketFilter.MaxTextLength);
    }
}

internal sealed class ListTicketsValidator : AbstractValidator<ListTicketsQuery>
{
    public ListTicketsValidator() => RuleFor(q => q.Filter).SetValidator(new TicketFilterValidator()).OverridePropertyName("");
}

internal sealed class ListTicketsHandler(ITicketReader tickets, ICaller caller, IClock clock) : IRequestHandler<ListTicketsQuery, TicketsAt>
{
    public async Task<TicketsAt> Handle(ListTicketsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return new(await tickets.ListAsync(request.Filter, caller.Reach, request.Order, request.After, request.Limit, now, cancellationToken), now);
    }
}
