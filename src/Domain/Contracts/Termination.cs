using NodaTime;

namespace MisterAssist.Domain.Contracts;

/// <summary>That a contract was ended before its last day.</summary>
/// <param name="FromOn">The first day, in Rome, without it.</param>
/// <param name="At">The instant from which it gives nothing any more: midnight of that day, or that of the termination where it was the same day.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Termination(LocalDate FromOn, Instant At, string Reason)
{
    public const int MaxReasonLength = 500;
}
