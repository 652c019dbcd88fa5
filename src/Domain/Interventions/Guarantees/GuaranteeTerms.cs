using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Guarantees;

/// <summary>By what the guarantees of an intervention are computed.</summary>
/// <param name="Work">Of the plan version under which its ticket is handled.</param>
/// <param name="Clock">Of that version's coverage, with the closures that were announced when the appointment was made.</param>
public sealed record GuaranteeTerms(WorkTerms Work, WorkingClock Clock)
{
    /// <inheritdoc cref="GuaranteeRules.Of"/>
    public IReadOnlyList<Guarantee> GuaranteesOf(InterventionState intervention, Instant asOf) =>
        GuaranteeRules.Of(intervention, Work, Clock, asOf);
}
