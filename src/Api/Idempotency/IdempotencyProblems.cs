using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Idempotency;

internal static class IdempotencyProblems
{
    public static readonly Dictionary<string, LocalizedText> Titles = new()
    {
        ["idempotency_key_reused"] = new("Chiave già usata per un'altra richiesta", "Key used already for another request"),
        ["idempotency_in_progress"] = new("La stessa richiesta è ancora in corso", "The same request is still being answered"),
    };
}
