using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>The clock of the application, to the microsecond: what is answered is then what is stored.</summary>
internal sealed class MicrosecondClock(IClock inner) : IClock
{
    public Instant GetCurrentInstant() => inner.GetCurrentInstant().ToMicrosecond();
}
