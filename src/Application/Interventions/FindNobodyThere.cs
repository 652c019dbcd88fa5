using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Tells that a technician was there, and nobody else: that counts as presence, and ends the intervention.</summary>
public sealed record FindNobodyThereCommand(InterventionId Id, KnownVersion Known, Instant? OccurredAt, string Note) : ICommand<InterventionAt>;

internal sealed class FindNobodyThereValidator : AbstractValidator<FindNobodyThereCommand>
{
    public FindNobodyThereValidator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(Ending.MaxWordsLength);
}

internal sealed class FindNobodyThereHandler(ToldEvents events, Aftermath aftermath) : IRequestHandler<FindNobodyThereCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(FindNobodyThereCommand request, CancellationToken cancellationToken) => events.TakeAsync(
        new(request.Id, request.Known, InterventionMove.NobodyThere, request.OccurredAt),
        (job, at) =>
        {
            job.Intervention.FindNobody(at, job.Applied, request.Note, () => job.KeepPresence(at), job.Guarantees, job.On.Deed);
            return aftermath.FollowAsync(job, cancellationToken);
        },
        cancellationToken);
}
