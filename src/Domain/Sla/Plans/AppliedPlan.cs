namespace MisterAssist.Domain.Sla.Plans;

/// <summary>A plan in one of its versions, as it was applied to something.</summary>
public sealed record AppliedPlan(PlanCode Code, int Version);
