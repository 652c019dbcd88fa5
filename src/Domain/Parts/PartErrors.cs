using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Parts;

/// <summary>Every refusal about parts, a line each.</summary>
public static class PartErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "part_not_found", "There is no such part.");

    public static BusinessException UnknownPart(string field) =>
        new(Refusal.RuleBroken, "unknown_part", "There is no such part that can be fitted.", field);

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "part_changed_meanwhile", "The part was changed meanwhile: read it, then try again.");

    public static BusinessException CodeTaken(string code) =>
        new(Refusal.Conflict, "part_code_taken", $"Another part has the code '{code}'.", "code");

    public static BusinessException Retired() =>
        new(Refusal.Conflict, "part_retired", "The part was retired, and is not changed any more.");
}
