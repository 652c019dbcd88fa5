using NodaTime;

namespace MisterAssist.Domain.Shared;

/// <summary>A refusal for a reason of the business: never a bug, never an outage.</summary>
/// <remarks>Made only by the <c>…Errors</c> catalogue of a feature, so that codes stay stable and can be listed.</remarks>
public sealed class BusinessException(
    Refusal refusal, string code, string message, string? field = null, IReadOnlyList<string>? allowed = null, Instant? nextOpeningAt = null)
    : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>A stable snake_case word that clients switch on.</summary>
    public string Code { get; } = code;

    /// <summary>The input that was refused, as a dotted camelCase path (<c>schedule.weekly</c>); null when no single one was.</summary>
    public string? Field { get; } = field;

    /// <summary>What would be taken instead, in snake_case: the moves that are legal, the channels of a plan. Empty where nothing can be named.</summary>
    public IReadOnlyList<string> Allowed { get; } = allowed ?? [];

    /// <summary>When it would be taken: the next opening of a plan's coverage; null where that is not what stands against it.</summary>
    public Instant? NextOpeningAt { get; } = nextOpeningAt;
}
