using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>Every refusal of the working-time engine, a line each.</summary>
public static class SlaErrors
{
    public static BusinessException EmptyWindow(IsoDayOfWeek day, WallTime from, WallTime to) =>
        new(Refusal.RuleBroken, "empty_window", $"The window {from}-{to} on {day} has no length.", "schedule.weekly");

    public static BusinessException NeverOpens() =>
        new(Refusal.RuleBroken, "never_opens", "The schedule has no working time in the coming five years.", "schedule");

    public static BusinessException NegativeWorkingTime() =>
        new(Refusal.RuleBroken, "negative_working_time", "An amount of working time cannot be negative.", "workingTime");

    public static BusinessException EndsBeforeStart() =>
        new(Refusal.RuleBroken, "ends_before_start", "The end comes before the start.", "to");

    public static BusinessException InstantOutOfRange(Instant instant, string? field) =>
        new(Refusal.RuleBroken, "instant_out_of_range", $"{instant} is outside {SupportedTime.Description}.", field);

    public static BusinessException DeadlineOutOfRange() =>
        new(Refusal.RuleBroken, "deadline_out_of_range",
            $"The deadline would fall more than twenty years after the start, or outside {SupportedTime.Description}.", "workingTime");

    public static BusinessException SpanTooLong() =>
        new(Refusal.RuleBroken, "span_too_long", "The two instants lie more than twenty years apart.", "to");

    public static BusinessException HolidaysUnknown(string calendar, int firstYear, string? field = null) =>
        new(Refusal.RuleBroken, "holidays_unknown", $"The holidays of calendar {calendar} are known from {firstYear} on.", field);

    public static BusinessException LedgerTooLong(int segments, int limit) =>
        new(Refusal.RuleBroken, "ledger_too_long",
            $"The ledger would have {segments} segments, more than {limit}: ask without it, or for a shorter time.", "includeLedger");

    public static BusinessException ClosureEndsBeforeStart() =>
        new(Refusal.RuleBroken, "closure_ends_before_start", "A closure cannot end before it starts.", "endsOn");

    public static BusinessException ClosureTooLong(int days, int limit) =>
        new(Refusal.RuleBroken, "closure_too_long", $"The closure would last {days} days, more than {limit}.", "endsOn");

    public static BusinessException ClosureWithoutLength(WallTime from, WallTime to) =>
        new(Refusal.RuleBroken, "closure_without_length", $"The closure from {from} to {to} has no length within a day.", "to");

    public static BusinessException ClosureNotFound() =>
        new(Refusal.NotFound, "closure_not_found", "There is no such closure.");
}
