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

internal sealed class ReopenTicketHandler(TicketDesk desk, HandlingPlans plans, TicketIntake intake, ITicketStore tickets)
    : IRequestHandler<ReopenTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(ReopenTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.Id, cancellationToken);
        request.Known.Require(ticket.ToState().Version);
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);
        if (intake.HasLapsed(ticket, on.At))
            return await TakeUpAgainAsync(ticket, request.Reason, on, cancellationToken);

        var plan = await plans.InForceAsync(ticket.ToState().CustomerId, on.At, cancellationToken);
        ticket.Reopen(request.Reason, plan, await desk.OccasionAsync(ticket.ToState(), cancellationToken, plan));

        return await desk.SaveAsync(ticket, on, cancellationToken);
    }

    private async Task<TicketAt> TakeUpAgainAsync(Ticket ended, string reason, Occasion on, CancellationToken ct) =>
        await tickets.FindSuccessorAsync(ended.Id, ct) is { } next
            ? throw TicketErrors.TakenUpAlready(next.Number)
            : await intake.TakeUpAgainAsync(ended, reason, on, ct);
}
