using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Says that a ticket is solved, and how.</summary>
public sealed record ResolveTicketCommand(TicketId Id, KnownVersion Known, string Resolution) : ICommand<TicketAt>;

internal sealed class ResolveTicketValidator : AbstractValidator<ResolveTicketCommand>
{
    public ResolveTicketValidator() => RuleFor(c => c.Resolution).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class ResolveTicketHandler(TicketDesk desk) : IRequestHandler<ResolveTicketCommand, TicketAt>
{
    public Task<TicketAt> Handle(ResolveTicketCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Resolve(request.Resolution, on), cancellationToken);
}
