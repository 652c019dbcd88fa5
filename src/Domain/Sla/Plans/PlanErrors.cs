using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>Every refusal about plans, a line each.</summary>
public static class PlanErrors
{
    public static BusinessException NotFound(PlanCode plan) =>
        new(Refusal.NotFound, "plan_not_found", $"There is no plan '{plan}'.");

    public static BusinessException VersionNotFound(PlanCode plan, int number) =>
        new(Refusal.NotFound, "plan_version_not_found", $"Plan '{plan}' has no version {number}.");

    public static BusinessException NoVersionThen(PlanCode plan, Instant at) =>
        new(Refusal.NotFound, "no_plan_version_then", $"No version of plan '{plan}' held at {at}.");

    public static BusinessException NoPlanThen(Instant at) =>
        new(Refusal.RuleBroken, "no_plan_then", $"No plan was in force at {at}.", "receivedAt");

    public static BusinessException UnknownPlan(PlanCode plan, Instant at) =>
        new(Refusal.RuleBroken, "unknown_plan", $"There is no plan '{plan}' in force at {at}.", "plan");

    public static BusinessException UnknownService(string code) =>
        new(Refusal.RuleBroken, "unknown_service", $"No plan in force lists the service '{code}'.", "service");

    public static BusinessException NoSuchPromise(PlanCode plan, PromiseKind kind) =>
        new(Refusal.RuleBroken, "promise_not_in_plan", $"Plan '{plan}' makes no promise of {kind}.", "promise");

    public static BusinessException TargetOutOfRange(string target) =>
        new(Refusal.RuleBroken, "target_out_of_range",
            $"A target is a whole number of seconds, longer than zero and at most {PromiseTargets.Longest.TotalHours} working hours.", $"targets.{target}");

    public static BusinessException InvalidChannels() =>
        new(Refusal.RuleBroken, "invalid_channels",
            "A plan needs at least one channel of email, phone and chat, each at most once; integration needs no plan.", "channels");

    public static BusinessException ServiceTwice(string code, string field) =>
        new(Refusal.RuleBroken, "service_twice", $"The service '{code}' is listed twice.", field);

    public static BusinessException InvalidThresholds() =>
        new(Refusal.RuleBroken, "invalid_thresholds", "Warning thresholds are ascending percentages from 1 to 99.", "warningThresholds");

    public static BusinessException InvalidWorkTerm(string field, string wanted) =>
        new(Refusal.RuleBroken, "invalid_work_term", $"The setting is {wanted}.", $"work.{field}");

    public static BusinessException EffectiveInThePast(Instant effectiveAt, Instant now) =>
        new(Refusal.RuleBroken, "effective_in_the_past", $"A version cannot hold from {effectiveAt}: it is {now} already.", "effectiveAt");

    public static BusinessException EffectiveTwice(Instant effectiveAt) =>
        new(Refusal.Conflict, "effective_twice", $"Another version of the plan holds from {effectiveAt} already.", "effectiveAt");

    public static BusinessException PublishedMeanwhile(PlanCode plan) =>
        new(Refusal.Conflict, "published_meanwhile", $"Another version of plan '{plan}' was published meanwhile: read it, then try again.");
}
