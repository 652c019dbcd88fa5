using NodaTime;

namespace MisterAssist.Infrastructure.Sandbox;

/// <summary>The world's clock, and how far ahead of it the sandbox is: never less than it was.</summary>
internal sealed class SandboxClock(IClock world) : IClock
{
    private readonly Lock _lock = new();
    private Duration _ahead = Duration.Zero;

    public Instant GetCurrentInstant()
    {
        lock (_lock)
            return world.GetCurrentInstant() + _ahead;
    }

    /// <summary>How far ahead it has to be for that to be the time.</summary>
    public Duration AheadAt(Instant now)
    {
        lock (_lock)
            return Duration.Max(_ahead, now - world.GetCurrentInstant());
    }

    public void KeepUpWith(Duration ahead)
    {
        lock (_lock)
            _ahead = Duration.Max(_ahead, ahead);
    }
}
