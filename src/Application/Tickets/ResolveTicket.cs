using FluentValidation;
using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Says that a ticket is solved, and how.</summary>
public sealed record ResolveTicketCommand(TicketId Id, KnownVersion Known, string Resolution) : ICommand<TicketAt>;

internal sealed class ResolveTicketValidator : AbstractValidator<ResolveTicketCommand>
{
    public ResolveTicketValidator() => RuleFor(c => c.Resolution).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class ResolveTicketHandler(TicketDesk desk, PlannedWork work) : IRequestHandler<ResolveTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(ResolveTicketCommand request, CancellationToken cancellationToken)
    {
        var resolved = await desk.DoAsync(request.Id, request.Known, (ticket, on) => ticket.Resolve(request.Resolution, on), cancellationToken);
        await work.WithdrawAsync(resolved, request.Resolution, cancellationToken);
        return resolved;
    }
}
