namespace MisterAssist.Domain.Interventions.Guarantees;

/// <summary>Why something is not charged, or not all of it, without anybody asking.</summary>
public enum GuaranteeKind
{
    /// <summary>Presence for an urgent report came after its deadline.</summary>
    LateUrgent,

    /// <summary>The technician came after the time of the appointment.</summary>
    LateNormal,

    /// <summary>It follows an intervention that did not solve the problem.</summary>
    FollowUp,

    /// <summary>It mends an error of our own.</summary>
    OurFault,
}
