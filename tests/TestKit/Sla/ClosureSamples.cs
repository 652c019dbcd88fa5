using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Sla;

/// <summary>Closures as a person would write them down.</summary>
public static class ClosureSamples
{
    /// <summary>Whole days from <c>2026-08-10</c> to <c>2026-08-21</c>, inclusive; one day where no end is given.</summary>
    public static ClosurePeriod Days(string startsOn, string? endsOn = null, bool everyYear = false) =>
        Part(startsOn, endsOn ?? startsOn, "00:00", "24:00", everyYear);

    /// <summary>The same part of each of some days, such as <c>09:00</c> to <c>13:00</c>.</summary>
    public static ClosurePeriod Part(string startsOn, string endsOn, string from, string to, bool everyYear = false) =>
        ClosurePeriod.Create(
            new("Chiusura", "Closure"), Schedules.Date(startsOn), Schedules.Date(endsOn), Schedules.Time(from), Schedules.Time(to), everyYear);

    public static Closure Announced(ClosurePeriod period, Instant at) => Closure.Announce(period, at);
}
