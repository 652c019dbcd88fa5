using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Technicians;

internal static class TechnicianProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["technician_not_found"] = new("Tecnico inesistente", "No such technician"),
        ["technician_changed_meanwhile"] = new("Il tecnico è cambiato nel frattempo", "The technician was changed meanwhile"),
        ["technician_still_planned"] = new("Il tecnico ha ancora appuntamenti", "The technician has appointments still"),
        ["technician_retired"] = new("Il tecnico non lavora più qui", "The technician has left"),
        ["unknown_technician"] = new("Tecnico sconosciuto", "Unknown technician"),
    };
}
