using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>The clock of the application, to the microsecond: what is answered is then what is stored.</summary>
internal sealed class MicrosecondClock(IClock inner) : IClock
{
    private const int TicksPerMicrosecond = 10;

    public Instant GetCurrentInstant()
    {
        var ticks = inner.GetCurrentInstant().ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksPerMicrosecond);
    }
}
