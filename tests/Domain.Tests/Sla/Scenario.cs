using System.Globalization;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

/// <summary>A schedule and some questions about a moment at which much happens to it.</summary>
/// <param name="Zone">IANA id.</param>
/// <param name="Windows">At least one.</param>
/// <param name="Italian">Whether Italy's holidays are observed besides the single ones.</param>
/// <param name="Holidays">Single dates.</param>
/// <param name="Closures">In no order.</param>
/// <param name="Start">A whole minute.</param>
/// <param name="Moment">Less than a minute, to be added to the start where parts of one matter.</param>
/// <param name="Amount">Working time, of the order of a week's.</param>
/// <param name="Further">More working time.</param>
/// <param name="Stretch">Real time, up to some weeks.</param>
/// <param name="Beyond">More real time.</param>
public sealed record Scenario(
    string Zone,
    IReadOnlyList<CoverageWindow> Windows,
    bool Italian,
    IReadOnlyList<LocalDate> Holidays,
    IReadOnlyList<ClosurePeriod> Closures,
    Instant Start,
    Duration Moment,
    Duration Amount,
    Duration Further,
    Duration Stretch,
    Duration Beyond)
{
    public Instant ExactStart => Start + Moment;

    public CoverageSchedule Schedule() => CoverageSchedule.Create(
        Schedules.Zone(Zone), Windows, (Italian ? HolidayCalendar.Italy : HolidayCalendar.None).With(Holidays), Closures);

    public WorkingClock Clock() => new(Schedule());

    /// <summary>In the form in which a table test would state it.</summary>
    public override string ToString()
    {
        var weekly = Windows.Select(w => $"{w.Day.ToString()[..3].ToUpperInvariant()} {w.From}-{w.To}");
        var closures = Closures.Select(c =>
            $"{c.Name.En}: {Iso(c.StartsOn)}..{Iso(c.EndsOn)} {c.From}-{c.To}{(c.EveryYear ? " yearly" : "")}");
        return $"""

            zone {Zone}, weekly {string.Join("; ", weekly)}
            holidays {(Italian ? "IT " : "")}{string.Join(' ', Holidays.Select(Iso))}, closures {string.Join("; ", closures)}
            start {Start} ({Start.InZone(Schedules.Zone(Zone))}) plus {Moment}
            amount {Amount}, further {Further}, stretch {Stretch}, beyond {Beyond}
            """;
    }

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
