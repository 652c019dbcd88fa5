using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Guarantees;

/// <summary>A promise to the customer that came due: what it is about, by how much it was missed, and what it takes off.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Relief">What it takes off.</param>
/// <param name="Lateness">What was missed; null where it is about none.</param>
/// <param name="Follows">The intervention that this one follows; null where it follows none.</param>
/// <param name="Words">All of that for the customer.</param>
public sealed record Guarantee(GuaranteeKind Kind, Relief Relief, Lateness? Lateness, InterventionId? Follows, LocalizedText Words);

/// <summary>What is taken off, in percent from 0 to 100.</summary>
public sealed record Relief(int CallOut, int Labour, int Parts)
{
    public static Relief OfEverything { get; } = new(100, 100, 100);

    /// <summary>Call-out and labour; parts are not.</summary>
    public static Relief OfWork(int percent) => new(percent, percent, 0);
}

/// <summary>By how much something was missed.</summary>
/// <param name="DueAt">When it was due: met at that very instant is met in time.</param>
/// <param name="ArrivedAt">When a technician was there, or began from remote.</param>
/// <param name="Delay">Between the two, in working time of the plan's coverage.</param>
public sealed record Lateness(Instant DueAt, Instant ArrivedAt, Duration Delay);
