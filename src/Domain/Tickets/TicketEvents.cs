namespace MisterAssist.Domain.Tickets;

/// <summary>The types of what happens to a ticket.</summary>
public static class TicketEvents
{
    public const string Created = "ticket.created";
    public const string Acknowledged = "ticket.acknowledged";
    public const string Confirmed = "ticket.confirmed";
    public const string PresenceAgreed = "ticket.presence_agreed";
    public const string PresenceReleased = "ticket.presence_released";
    public const string Begun = "ticket.begun";
    public const string FollowUpOwed = "ticket.follow_up_owed";
    public const string FollowUpSettled = "ticket.follow_up_settled";
    public const string Changed = "ticket.changed";
    public const string PlanChanged = "ticket.plan_changed";
    public const string Waiting = "ticket.waiting";
    public const string Resumed = "ticket.resumed";
    public const string Resolved = "ticket.resolved";
    public const string Closed = "ticket.closed";
    public const string Reopened = "ticket.reopened";
    public const string Cancelled = "ticket.cancelled";
    public const string Merged = "ticket.merged";
    public const string TakenUp = "ticket.taken_up";
    public const string TookOver = "ticket.took_over";
    public const string MessageAdded = "ticket.message_added";
    public const string AttachmentAdded = "ticket.attachment_added";
}
