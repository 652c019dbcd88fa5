using MisterAssist.Api.Parts;
using MisterAssist.Api.Shared;

namespace MisterAssist.Api.Interventions.Parts;

/// <summary>What the documentation shows: a power supply.</summary>
internal static class FittedPartExamples
{
    public static FitPartRequest FitRequest { get; } = new() { PartId = WireId<PartKind>.Parse(PartExamples.Part.Id, null), Quantity = 1 };

    public static DecidePartRequest ApproveRequest { get; } = new() { Reason = "Va bene, procedete pure." };

    public static DecidePartRequest DeclineRequest { get; } = new() { Reason = "Ne abbiamo uno in magazzino." };
}
