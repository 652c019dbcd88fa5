using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Interventions;
using NodaTime;

namespace MisterAssist.Application.Interventions;

/// <summary>Tells that the work is over, what came of it and who worked when. What it triggers follows by itself.</summary>
public sealed record CompleteInterventionCommand(InterventionId Id, KnownVersion Known, Instant? OccurredAt, WorkAccount Account)
    : ICommand<InterventionAt>;

internal sealed class CompleteInterventionValidator : AbstractValidator<CompleteInterventionCommand>
{
    public CompleteInterventionValidator()
    {
        RuleFor(c => c.Account.Words).NotEmpty().MaximumLength(Ending.MaxWordsLength).OverridePropertyName("WorkDone");
        RuleFor(c => c.Account.Outcome)
            .NotEqual(InterventionOutcome.NobodyThere).WithErrorCode("invalid_value").WithMessage("Whether it is solved or not is needed here.")
            .OverridePropertyName("Outcome");
        RuleFor(c => c.Account.TimeEntries).AreTimeEntries();
    }
}

internal sealed class CompleteInterventionHandler(ToldEvents events, Roster roster, Aftermath aftermath)
    : IRequestHandler<CompleteInterventionCommand, InterventionAt>
{
    public Task<InterventionAt> Handle(CompleteInterventionCommand request, CancellationToken cancellationToken) => events.TakeAsync(
        new(request.Id, request.Known, InterventionMove.Complete, request.OccurredAt),
        async (job, at) =>
        {
            var account = request.Account.ByOurClock(job.Intervention.ToState().ArrivedAt ?? at, at, request.OccurredAt);
            job.Intervention.Complete(at, account, job.Guarantees, job.On.Deed);
            await roster.RequireThereAsync(account.TimeEntries, request.Id, cancellationToken);
            await aftermath.FollowAsync(job, cancellationToken);
        },
        cancellationToken);
}

internal static class TimeEntryRules
{
    /// <summary>Not too many, and in years that can be counted.</summary>
    public static void AreTimeEntries<T>(this IRuleBuilderInitial<T, IReadOnlyList<TimeEntry>> entries) => entries
        .Must(all => all.Count <= Ending.MaxTimeEntries)
        .WithErrorCode("too_many").WithMessage($"At most {Ending.MaxTimeEntries} time entries are taken.")
        .ForEach(entry => entry.ChildRules(time =>
        {
            time.RuleFor(e => e.From).WithinSupportedYears();
            time.RuleFor(e => e.To).WithinSupportedYears();
        }))
        .OverridePropertyName("TimeEntries");
}
