using System.Globalization;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>Every refusal about tickets, a line each.</summary>
public static class TicketErrors
{
    public static BusinessException NotFound() => new(Refusal.NotFound, "ticket_not_found", "There is no such ticket.");

    public static BusinessException PromiseNotFound(PromiseKind kind) =>
        new(Refusal.NotFound, "promise_not_found", $"The ticket had no promise of a {SnakeCase.Of(kind)} then.");

    public static BusinessException MessageNotFound() => new(Refusal.NotFound, "message_not_found", "The ticket has no such message.");

    public static BusinessException AttachmentNotFound() =>
        new(Refusal.NotFound, "attachment_not_found", "The ticket has no such attachment.");

    public static BusinessException IllegalMove(TicketStatus status, TicketMove move, IEnumerable<TicketMove> legal) =>
        new(Refusal.Conflict, "illegal_move", $"A ticket that is {SnakeCase.Of(status)} cannot take the move {SnakeCase.Of(move)}.", allowed: [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException NotOpen(TicketStatus status, IEnumerable<TicketMove> legal) =>
        new(Refusal.Conflict, "ticket_not_open", $"A ticket that is {SnakeCase.Of(status)} is not changed.", allowed: [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException TakenUpAlready(TicketNumber next) =>
        new(Refusal.Conflict, "taken_up_already", $"The ticket goes on as {next}: write there.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "ticket_changed_meanwhile", "The ticket was changed meanwhile: read it, then try again.");

    public static BusinessException StaffOnly(string what) =>
        new(Refusal.Forbidden, "staff_only", $"Only staff may {what}.");

    public static BusinessException ChannelNotInPlan(PlanCode plan, Channel channel, IEnumerable<Channel> channels, Instant nextOpening) =>
        new(Refusal.RuleBroken, "channel_not_in_plan", $"Plan '{plan}' takes no reports by {SnakeCase.Of(channel)}.", "channel",
            [.. channels.Select(SnakeCase.Of)], nextOpening);

    public static BusinessException ChannelNotOfKey(Channel channel, IEnumerable<Channel> channels) =>
        new(Refusal.RuleBroken, "channel_not_of_key", $"This key does not report by {SnakeCase.Of(channel)}.", "channel", [.. channels.Select(SnakeCase.Of)]);

    public static BusinessException ConfirmationNotFound() =>
        new(Refusal.NotFound, "confirmation_not_found", "The ticket has no such confirmation.");

    public static BusinessException FollowUpOwed() => new(
        Refusal.Conflict, "follow_up_owed",
        "A free follow-up is owed, since the problem was not solved: it is done first, or called off because the customer asks.");

    public static BusinessException StartInThePast(Instant now) =>
        new(Refusal.RuleBroken, "start_in_the_past", $"It is {now}: an appointment lies ahead.", "startsAt");

    public static BusinessException LaterThanPromised(Instant dueAt) => new(
        Refusal.RuleBroken, "later_than_promised",
        $"Presence is promised until {dueAt}: propose an earlier start, or say in laterThanPromised why it cannot be.", "startsAt");

    public static BusinessException EstimateNeeded() => new(
        Refusal.RuleBroken, "estimate_needed", "The plan does not pay for this kind of work: say what it is expected to cost.", "costEstimate");

    public static BusinessException UnknownSite() =>
        new(Refusal.RuleBroken, "unknown_site", "The customer has no such site.", "siteId");

    public static BusinessException UnknownContact() =>
        new(Refusal.RuleBroken, "unknown_contact", "The customer has no such contact.", "contactId");

    public static BusinessException UnknownTicket(string field) =>
        new(Refusal.RuleBroken, "unknown_ticket", "There is no such ticket of this customer.", field);

    public static BusinessException ReceivedInTheFuture(Instant now) =>
        new(Refusal.RuleBroken, "received_in_the_future", $"It is {now}: nothing can have been received later.", "receivedAt");

    public static BusinessException ReceivedTooLongAgo(Duration limit) =>
        new(Refusal.RuleBroken, "received_too_long_ago",
            string.Create(CultureInfo.InvariantCulture, $"A report can be recorded up to {limit.TotalHours:0.##} hours after it came."), "receivedAt");

    public static BusinessException LateNoteNeeded() =>
        new(Refusal.RuleBroken, "late_note_needed", "Say in lateNote why it is recorded later than it came.", "receivedAt");

    public static BusinessException MergeIntoItself() =>
        new(Refusal.RuleBroken, "merge_into_itself", "A ticket cannot go on in itself.", "intoTicketId");

    public static BusinessException MergeOfOthers() =>
        new(Refusal.RuleBroken, "merge_of_others", "Both tickets must be of the same customer.", "intoTicketId");

    public static BusinessException MergeIntoEnded(TicketStatus status, IEnumerable<TicketMove> legal) => new(
        Refusal.Conflict, "merge_into_ended", $"A ticket cannot go on in one that is {SnakeCase.Of(status)}: of that one, allowed has the legal moves.",
        "intoTicketId", [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException AttachmentEmpty() =>
        new(Refusal.RuleBroken, "attachment_empty", "An attachment needs content.");
}
