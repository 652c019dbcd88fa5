using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Sandbox;

internal static class SandboxProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["clock_goes_back"] = new("L'orologio non torna indietro", "The clock does not go back"),
    };
}
