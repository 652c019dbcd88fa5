using FluentValidation;
using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Takes a ticket back: nothing is owed any more.</summary>
public sealed record CancelTicketCommand(TicketId Id, KnownVersion Known, string Reason) : ICommand<TicketAt>;

internal sealed class CancelTicketValidator : AbstractValidator<CancelTicketCommand>
{
    public CancelTicketValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class CancelTicketHandler(TicketDesk desk, PlannedWork work) : IRequestHandler<CancelTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(CancelTicketCommand request, CancellationToken cancellationToken)
    {
        var cancelled = await desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Cancel(request.Reason, on), cancellationToken);
        await work.WithdrawAsync(cancelled, request.Reason, cancellationToken);
        return cancelled;
    }
}
