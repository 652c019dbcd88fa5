using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Takes a ticket up again that was not solved after all: as itself while it may be reopened, later as a new one linked to it.</summary>
public sealed record ReopenTicketCommand(TicketId Id, KnownVersion Known, string Reason) : ICommand<TicketAt>;

internal sealed class ReopenTicketValidator : AbstractValidator<ReopenTicketCommand>
{
    public ReopenTicketValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class ReopenTicketHandler(TicketDesk desk, HandlingPlans plans, TicketIntake intake, NodaTime.IClock clock)
    : IRequestHandler<ReopenTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(ReopenTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.Id, cancellationToken);
        request.Known.Require(ticket.ToState().Version);
        var plan = await plans.InForceAsync(ticket.ToState().CustomerId, clock.GetCurrentInstant(), cancellationToken);
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken, plan);
        if (intake.HasLapsed(ticket, on.At))
            return await intake.TakeUpAgainAsync(ticket, request.Reason, on, cancellationToken);

        ticket.Reopen(request.Reason, plan, on);

        return await desk.SaveAsync(ticket, on, cancellationToken);
    }
}
