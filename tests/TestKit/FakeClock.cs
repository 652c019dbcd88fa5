using NodaTime;

namespace MisterAssist.TestKit;

/// <summary>A clock that stands still until it is told otherwise.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Now += by;
}
