using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;

namespace MisterAssist.Application.Interventions.Contests;

/// <summary>Says, in writing and why, that an intervention did solve the problem.</summary>
public sealed record DeclineContestCommand(InterventionId Id, KnownVersion Known, string Reason) : ICommand<InterventionAt>;

internal sealed class DeclineContestValidator : AbstractValidator<DeclineContestCommand>
{
    public DeclineContestValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class DeclineContestHandler(InterventionDesk desk) : IRequestHandler<DeclineContestCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(DeclineContestCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (intervention, on) => intervention.DeclineContest(request.Reason, on), cancellationToken);
}
