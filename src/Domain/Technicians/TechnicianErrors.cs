using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Technicians;

/// <summary>Every refusal about technicians, a line each.</summary>
public static class TechnicianErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "technician_not_found", "There is no such technician.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "technician_changed_meanwhile", "The technician was changed meanwhile: read it, then try again.");

    public static BusinessException StillPlanned(Instant at) =>
        new(Refusal.Conflict, "technician_still_planned", $"They have an appointment on {at}: let somebody else do it first.");

    public static BusinessException Retired() =>
        new(Refusal.Conflict, "technician_retired", "The technician has left: nobody plans or changes them any more.");

    public static BusinessException UnknownTechnician(string field) =>
        new(Refusal.RuleBroken, "unknown_technician", "There is no such technician, or they have left.", field);
}
