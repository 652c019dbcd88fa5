using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Parts;

/// <summary>The customer agrees to a part, or does not.</summary>
public sealed record DecidePartCommand(InterventionId Id, KnownVersion Known, int Number, bool IsApproved, string? Reason)
    : ICommand<InterventionAt>;

internal sealed class DecidePartValidator : AbstractValidator<DecidePartCommand>
{
    public DecidePartValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength).When(c => c.Reason is not null);
}

internal sealed class DecidePartHandler(InterventionDesk desk) : IRequestHandler<DecidePartCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(DecidePartCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known,
        (intervention, on) => intervention.Decide(request.Number, request.IsApproved, request.Reason, on), cancellationToken);
}
