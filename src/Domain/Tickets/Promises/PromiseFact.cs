using MisterAssist.Domain.Events;
using NodaTime;

namespace MisterAssist.Domain.Tickets.Promises;

/// <summary>Something that happened to a promise, for the timeline of its ticket.</summary>
/// <param name="Type">Dotted.</param>
/// <param name="At">When.</param>
/// <param name="Promise">As it is after it.</param>
/// <param name="Changes">What was different before.</param>
public sealed record PromiseFact(string Type, Instant At, Promise Promise, IReadOnlyList<Change> Changes)
{
    public const string Given = "promise.given";
    public const string Changed = "promise.changed";
    public const string Warned = "promise.warning";
    public const string Missed = "promise.missed";
    public const string Met = "promise.met";
    public const string Withdrawn = "promise.withdrawn";
}
