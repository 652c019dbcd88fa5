using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

/// <summary>Where a quote stands at an instant.</summary>
public enum QuoteState
{
    /// <summary>For staff alone; it may still change.</summary>
    Draft,

    /// <summary>The customer has it, and may accept or decline. It does not change any more.</summary>
    Sent,

    /// <summary>The customer wants it done.</summary>
    Accepted,

    /// <summary>The customer does not; it costs nothing.</summary>
    Declined,

    /// <summary>Nobody answered up to its last day.</summary>
    Expired,
}

/// <summary>What can be done to a quote.</summary>
public enum QuoteMove
{
    Change,
    Delete,
    Send,
    Accept,
    Decline,
}

/// <summary>What a customer said to a quote.</summary>
/// <param name="IsYes">Whether they accepted.</param>
/// <param name="By">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why they declined, in their words; null where they did not say.</param>
public sealed record QuoteAnswer(bool IsYes, Actor By, Instant At, string? Reason)
{
    public const int MaxReasonLength = 2000;
}
