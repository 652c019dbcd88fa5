using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Contracts;

/// <summary>The plan that a contract gives from an instant on, until the next one does.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="FromAt">Inclusive.</param>
/// <param name="AppliedAt">
/// When the customer's open tickets were told; null until then. The plan with which a contract begins has nobody to tell.
/// </param>
public sealed record PlanPeriod(PlanCode Plan, Instant FromAt, Instant? AppliedAt);
