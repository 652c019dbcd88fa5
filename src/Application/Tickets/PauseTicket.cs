using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Lets a ticket wait for its customer, for a reason that the customer can see.</summary>
public sealed record PauseTicketCommand(TicketId Id, KnownVersion Known, string Reason) : ICommand<TicketAt>;

internal sealed class PauseTicketValidator : AbstractValidator<PauseTicketCommand>
{
    public PauseTicketValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class PauseTicketHandler(TicketDesk desk) : IRequestHandler<PauseTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(PauseTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Wait(request.Reason, on), cancellationToken);
}
