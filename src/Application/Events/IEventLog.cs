using MisterAssist.Domain.Events;

namespace MisterAssist.Application.Events;

/// <summary>Writes the log of all that happened.</summary>
public interface IEventLog
{
    /// <summary>Adds lines in that order, in the transaction that is running: no later number is seen before an earlier one.</summary>
    Task AppendAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct);
}
