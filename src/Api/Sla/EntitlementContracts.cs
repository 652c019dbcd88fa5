using MisterAssist.Api.Shared;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Sla;

/// <summary>Whether a kind of work is covered by the plan, and why.</summary>
internal sealed record EntitlementResponse
{
    /// <summary>`included`: the contract pays. `billable`: done at the plan's prices. `excluded`: offered out of plan, at Standard terms.</summary>
    public required EntitlementKind Kind { get; init; }

    public required LocalizedTextResponse Reason { get; init; }

    public static EntitlementResponse Of(Entitlement entitlement) =>
        new() { Kind = entitlement.Kind, Reason = LocalizedTextResponse.Of(entitlement.Reason) };
}
