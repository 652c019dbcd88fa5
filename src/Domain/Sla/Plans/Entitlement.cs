using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>Whether a kind of work is covered by a customer's plan, and why: said before the work, never after.</summary>
public sealed record Entitlement(EntitlementKind Kind, LocalizedText Reason);
