using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Benchmarks;

/// <summary>What one would write first: look at each day in turn until the amount is used up.</summary>
public sealed class DayByDayWalk(CoverageSchedule schedule)
{
    public Instant Deadline(Instant start, Duration amount)
    {
        var date = start.InZone(schedule.Zone).Date;
        while (true)
        {
            foreach (var window in schedule.Windows)
            {
                if (window.Day != date.DayOfWeek || schedule.Closures.Any(closure => Closes(closure, date)))
                    continue;

                var opens = Instant.Max(start, At(date, window.StartMinute));
                var closes = At(date, window.EndMinute);
                if (closes <= opens)
                    continue;
                if (closes - opens >= amount)
                    return opens + amount;
                amount -= closes - opens;
            }

            date = date.PlusDays(1);
        }
    }

    private static bool Closes(ClosurePeriod closure, LocalDate date) => closure.EveryYear
        ? date >= closure.StartsOn && date.Month == closure.StartsOn.Month && date.Day == closure.StartsOn.Day
        : date >= closure.StartsOn && date <= closure.EndsOn;

    private Instant At(LocalDate date, int minute) =>
        date.AtMidnight().PlusMinutes(minute).InZoneLeniently(schedule.Zone).ToInstant();
}
