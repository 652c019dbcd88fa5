using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>Whether a kind of work is covered by a customer's plan, and why: said before the work, never after.</summary>
public sealed record Entitlement(EntitlementKind Kind, LocalizedText Reason)
{
    private static readonly LocalizedText Included = new("Compreso nel piano.", "Included in the plan.");

    private static readonly LocalizedText Billable = new(
        "Non compreso nel piano: si paga secondo il listino.", "Not included in the plan: charged by the price list.");

    private static readonly LocalizedText Excluded = new(
        "Escluso dal piano: lo proponiamo fuori piano, alle condizioni Standard.",
        "Excluded from the plan: offered out of plan, at Standard terms.");

    /// <summary>Of work whose kind nobody has named yet.</summary>
    public static Entitlement Unknown { get; } = new(EntitlementKind.Billable, new(
        "Il tipo di lavoro non è ancora noto: fino ad allora vale il listino del piano.",
        "The kind of work is not known yet: until it is, the plan's price list counts."));

    public static Entitlement Of(EntitlementKind kind) => new(kind, kind switch
    {
        EntitlementKind.Included => Included,
        EntitlementKind.Excluded => Excluded,
        _ => Billable,
    });
}
