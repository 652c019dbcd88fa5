using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>A promise that a report would get.</summary>
/// <param name="Kind">What is owed.</param>
/// <param name="WorkingTime">The time allowed, in the plan's coverage.</param>
/// <param name="DueAt">When it is owed: met at that very instant is met in time.</param>
/// <param name="Warnings">Ascending.</param>
public sealed record OfferedPromise(
    PromiseKind Kind, Duration WorkingTime, Instant DueAt, IReadOnlyList<PromiseWarning> Warnings);

/// <summary>The instant at which that percentage of a promise's working time will have passed.</summary>
public sealed record PromiseWarning(int Percent, Instant At);
