using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Derives anew the promises of open tickets whose contract gives another plan by now, one contract at a time; says whether there was one.</summary>
public sealed record ApplyPlanChangesCommand : ICommand<bool>;

internal sealed class ApplyPlanChangesHandler(PlanChanges changes, IClock clock) : IRequestHandler<ApplyPlanChangesCommand, bool>
{
    public Task<bool> Handle(ApplyPlanChangesCommand request, CancellationToken cancellationToken) =>
        changes.ApplyDueAsync(null, clock.GetCurrentInstant(), cancellationToken);
}
