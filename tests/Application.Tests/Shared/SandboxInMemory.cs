using MisterAssist.Application.Sandbox;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class SandboxInMemory : ISandboxClock
{
    public Instant Now { get; set; }

    public Task<Instant> ReadAsync(CancellationToken ct) => Task.FromResult(Now);

    public Task MoveAsync(Instant now, CancellationToken ct)
    {
        Now = now;
        return Task.CompletedTask;
    }
}
