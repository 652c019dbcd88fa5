using MisterAssist.Application.Events;
using MisterAssist.Domain.Events;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Keeps what was told, in order.</summary>
internal sealed class EventLogInMemory : IEventLog
{
    private readonly List<RecordedEvent> _told = [];

    public IReadOnlyList<RecordedEvent> Told => _told;

    public Task AppendAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        _told.AddRange(events);
        return Task.CompletedTask;
    }
}
