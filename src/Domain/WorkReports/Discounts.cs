using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.WorkReports;

/// <summary>Discounts in words.</summary>
public static class Discounts
{
    /// <summary>As which reason a guarantee stands on a line.</summary>
    public static DiscountReason ReasonOf(GuaranteeKind kind) => kind switch
    {
        GuaranteeKind.LateUrgent => DiscountReason.LateUrgent,
        GuaranteeKind.LateNormal => DiscountReason.LateNormal,
        GuaranteeKind.FollowUp => DiscountReason.FollowUp,
        GuaranteeKind.OurFault => DiscountReason.OurFault,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal static LocalizedText Words(DiscountReason reason, int percent)
    {
        var why = Why(reason);
        return new($"Sconto {percent}%: {why.It}", $"{percent}% off: {why.En}");
    }

    private static LocalizedText Why(DiscountReason reason) => reason switch
    {
        DiscountReason.IncludedInPlan => new("compreso nel piano", "included in the plan"),
        DiscountReason.LateUrgent => new("presenza oltre il termine promesso", "presence after the promised time"),
        DiscountReason.LateNormal => new("ritardo sull'appuntamento", "late for the appointment"),
        DiscountReason.FollowUp => new("il problema non era stato risolto", "the problem had not been solved"),
        DiscountReason.OurFault => new("rimedio a un nostro errore", "it mends an error of our own"),
        DiscountReason.NobodyThere => new("nessuno presente, l'uscita non si paga", "nobody was there, the call-out is not charged"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
