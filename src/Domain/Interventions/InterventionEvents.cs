namespace MisterAssist.Domain.Interventions;

/// <summary>The types of what happens to interventions; on the timeline of their ticket.</summary>
public static class InterventionEvents
{
    public const string Created = "intervention.created";
    public const string Planned = "intervention.planned";
    public const string Moved = "intervention.moved";
    public const string Reassigned = "intervention.reassigned";
    public const string SiteChanged = "intervention.site_changed";
    public const string Travelling = "intervention.travelling";
    public const string Started = "intervention.started";
    public const string NobodyThere = "intervention.nobody_there";
    public const string Completed = "intervention.completed";
    public const string Corrected = "intervention.corrected";
    public const string Cancelled = "intervention.cancelled";
    public const string Contested = "intervention.contested";
    public const string ContestAccepted = "intervention.contest_accepted";
    public const string ContestDeclined = "intervention.contest_declined";
    public const string GuaranteeGiven = "guarantee.given";
    public const string PartFitted = "part.fitted";
    public const string PartRemoved = "part.removed";
    public const string PartApprovalAsked = "part.approval_asked";
    public const string PartApproved = "part.approved";
    public const string PartDeclined = "part.declined";
    public const string FeedbackAsked = "feedback.asked";
    public const string FeedbackLeft = "feedback.left";
}
