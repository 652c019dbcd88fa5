using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>What stands against issuing a work report, and what seals it.</summary>
internal sealed class IssueChecks(IReportSealer sealer)
{
    /// <exception cref="Domain.Shared.BusinessException">
    /// The customer has not decided about a part, or with it the ticket would cost more than the customer accepted.
    /// </exception>
    public Task RequireAsync(InterventionState intervention, ReportContent draft, CancellationToken ct)
    {
        string[] undecided = [.. intervention.Parts.Where(part => part.State == PartState.Undecided).Select(part => part.Item.Code)];
        if (undecided.Length > 0)
            throw WorkReportErrors.PartUndecided(undecided);

        return Task.CompletedTask;
    }

    public SealedReport Seal(ReportContent content) => sealer.Seal(content);
}
