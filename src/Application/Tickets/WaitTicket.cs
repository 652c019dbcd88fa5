using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Lets a ticket wait for its customer, for a reason that the customer can see.</summary>
public sealed record WaitTicketCommand(TicketId Id, KnownVersion Known, string Reason) : ICommand<TicketAt>;

internal sealed class WaitTicketValidator : AbstractValidator<WaitTicketCommand>
{
    public WaitTicketValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class WaitTicketHandler(TicketDesk desk) : IRequestHandler<WaitTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(WaitTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Wait(request.Reason, on), cancellationToken);
}
