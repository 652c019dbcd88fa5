using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit.Sla;

/// <summary>Ledgers in the form in which a test can state them.</summary>
public static class LedgerWords
{
    private static readonly LocalDateTimePattern Day = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");

    private static readonly ZonedDateTimePattern DayTwice =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd HH:mm o<+HH:mm>", zoneProvider: null);

    /// <summary>
    /// Each segment by its start, kind and (English) name, <c>Tue 10:00 holiday Epiphany</c>, then <c>Tue 18:00 end</c>. A wall-clock
    /// time that exists twice is told with its offset.
    /// </summary>
    /// <exception cref="InvalidOperationException">The ledger has a gap, which this form could not show.</exception>
    public static IReadOnlyList<string> InWords(this IReadOnlyList<LedgerSegment> ledger, string zone)
    {
        for (var i = 1; i < ledger.Count; i++)
        {
            if (ledger[i].From != ledger[i - 1].To)
                throw new InvalidOperationException($"a gap between {ledger[i - 1].To} and {ledger[i].From}");
        }

        return
        [
            .. ledger.Select(s => $"{OnTheWall(s.From, zone)} {Word(s.Kind)} {s.Name?.En}".TrimEnd()),
            $"{OnTheWall(ledger[^1].To, zone)} end",
        ];
    }

    private static string OnTheWall(Instant instant, string zone)
    {
        var local = instant.InZone(Schedules.Zone(zone));
        return local.Zone.MapLocal(local.LocalDateTime).Count == 2 ? DayTwice.Format(local) : Day.Format(local.LocalDateTime);
    }

    private static string Word(SegmentKind kind) => kind switch
    {
        SegmentKind.Counted => "counted",
        SegmentKind.Closed => "closed",
        SegmentKind.Holiday => "holiday",
        SegmentKind.Closure => "closure",
        SegmentKind.Paused => "paused",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown"),
    };
}
