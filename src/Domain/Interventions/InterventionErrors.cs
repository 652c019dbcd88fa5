using System.Globalization;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>Every refusal about interventions, a line each.</summary>
public static class InterventionErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "intervention_not_found", "There is no such intervention.");

    public static BusinessException PartNotFound() =>
        new(Refusal.NotFound, "fitted_part_not_found", "The intervention has no such part.");

    public static BusinessException IllegalMove(InterventionStatus status, InterventionMove move, IEnumerable<InterventionMove> legal) => new(
        Refusal.Conflict, "illegal_intervention_move", $"An intervention that is {SnakeCase.Of(status)} cannot take the move {SnakeCase.Of(move)} now.",
        allowed: [.. legal.Select(SnakeCase.Of)]);

    public static BusinessException EventMissing(InterventionMove missing) => new(
        Refusal.Conflict, "event_missing", $"Before that the intervention needs the move {SnakeCase.Of(missing)}: send that first.",
        allowed: [SnakeCase.Of(missing)]);

    public static BusinessException OutOfOrder(Instant last) => new(
        Refusal.RuleBroken, "out_of_order", $"Something happened at {last} already: what comes after it is not earlier.", "occurredAt");

    public static BusinessException OccurredInTheFuture(Instant now) =>
        new(Refusal.RuleBroken, "occurred_in_the_future", $"It is {now}: nothing can have happened later.", "occurredAt");

    public static BusinessException OccurredBeforeReception(Instant receivedAt) => new(
        Refusal.RuleBroken, "occurred_before_reception", $"The ticket was received at {receivedAt}: nothing was done about it before.", "occurredAt");

    public static BusinessException OccurredTooLongAgo(Duration limit) => new(
        Refusal.RuleBroken, "occurred_too_long_ago",
        string.Create(CultureInfo.InvariantCulture, $"What happened can be sent up to {limit.TotalHours:0.##} hours later."), "occurredAt");

    public static BusinessException TechnicianTwice() =>
        new(Refusal.RuleBroken, "technician_twice", "A technician is named twice.", "technicianIds");

    public static BusinessException TechnicianBusy(string technician, Instant from, Instant to) => new(
        Refusal.Conflict, "technician_busy", $"{technician} is busy from {from} to {to}: nobody is in two places.",
        "technicianIds");

    public static BusinessException TechnicianAtWork(string technician, Instant since) => new(
        Refusal.Conflict, "technician_at_work", $"{technician} is at work on another intervention since {since}: that is completed first.",
        "technicianIds", [SnakeCase.Of(InterventionMove.Complete)]);

    public static BusinessException AppointmentKept() => new(
        Refusal.Conflict, "appointment_kept",
        "An appointment is a commitment: it is moved or called off only because the customer asks, or for something exceptional that nobody could foresee.",
        "cause", [SnakeCase.Of(MoveCause.CustomerRequest), SnakeCase.Of(MoveCause.Exceptional)]);

    public static BusinessException InvalidTimeEntry(int index, string why) =>
        new(Refusal.RuleBroken, "invalid_time_entry", why, string.Create(CultureInfo.InvariantCulture, $"timeEntries.{index}"));

    public static BusinessException TechnicianElsewhere(int index, string technician, Instant from, Instant to) => new(
        Refusal.Conflict, "technician_elsewhere", $"{technician} worked elsewhere from {from} to {to}: nobody was in two places.",
        string.Create(CultureInfo.InvariantCulture, $"timeEntries.{index}"));

    public static BusinessException NothingWorked() => new(
        Refusal.RuleBroken, "nothing_worked", "A completed intervention has the time of at least one technician.", "timeEntries");

    public static BusinessException ModeFixed() =>
        new(Refusal.Conflict, "mode_fixed", "A technician has set out or begun: how the work is done does not change any more.", "mode");

    public static BusinessException NotEnded() =>
        new(Refusal.Conflict, "not_ended", "The intervention has not ended: what was done comes with its completion.");

    public static BusinessException Underway() => new(
        Refusal.Conflict, "intervention_underway", "A technician is on the way or at work on the ticket: the intervention is completed first.");

    public static BusinessException ContestTooLate(int days) => new(
        Refusal.Conflict, "contest_too_late",
        string.Create(CultureInfo.InvariantCulture, $"It could be contested for {days} days. A message on the ticket is always free."));

    public static BusinessException ContestOnCancelledTicket() => new(
        Refusal.Conflict, "contest_on_cancelled_ticket",
        "The ticket was taken back meanwhile, and nothing follows on it: decline the contest, and say so as the reason.",
        allowed: [SnakeCase.Of(InterventionMove.DeclineContest)]);

    public static BusinessException DecidedAlready() =>
        new(Refusal.Conflict, "decided_already", "The customer has decided about this part.");

    public static BusinessException NothingToDecide() =>
        new(Refusal.Conflict, "nothing_to_decide", "Nobody has to be asked about this part.");

    public static BusinessException CustomersDecide() =>
        new(Refusal.Forbidden, "customers_decide", "Only the customer's own key decides that.");

    public static BusinessException TooManyParts(int most) => new(
        Refusal.Conflict, "too_many_parts", string.Create(CultureInfo.InvariantCulture, $"An intervention fits up to {most} kinds of parts."));

    public static BusinessException TooManyMoves() =>
        new(Refusal.Conflict, "too_many_moves", "The appointment was moved too often: call it off and make another.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "intervention_changed_meanwhile", "The intervention was changed meanwhile: read it, then try again.");
}
