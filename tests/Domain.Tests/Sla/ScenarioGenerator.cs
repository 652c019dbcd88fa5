using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Sla;

/// <summary>Random scenarios, three in four of them close to a change of the clocks.</summary>
public static class ScenarioGenerator
{
    private const int MinutesPerDay = 24 * 60;

    private static readonly Instant EarliestStart = Instant.FromUtc(1985, 1, 1, 0, 0);
    private static readonly Instant LatestStart = Instant.FromUtc(2035, 1, 1, 0, 0);

    private static readonly Dictionary<string, Instant[]> ClockChanges = new[]
    {
        "Europe/Rome", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia",
        "Asia/Kathmandu",
    }.ToDictionary(
        zone => zone,
        zone => Schedules.Zone(zone).GetZoneIntervals(EarliestStart, LatestStart).Skip(1).Select(interval => interval.Start).ToArray());

    public static Arbitrary<Scenario> Scenarios() => Arb.From(Generator, Shrink);

    private static Gen<Scenario> Generator =>
        from zone in Gen.Elements(ClockChanges.Keys.ToArray())
        from moment in Moments(zone)
        let today = moment.InZone(Schedules.Zone(zone)).Date
        from windows in Windows(today.DayOfWeek)
        from italian in Gen.Elements(today.Year > HolidayCalendar.Italy.FirstYear + 1, false)
        from holidays in Some(4, Dates(today))
        from closures in Some(3, Closures(today))
        from before in Gen.Choose(-MinutesPerDay, 4 * MinutesPerDay)
        from nanoseconds in Nanoseconds
        from amount in Amounts(windows)
        from further in Amounts(windows)
        from stretch in Stretches
        from beyond in Stretches
        select new Scenario(
            zone,
            windows,
            italian,
            [.. holidays.Distinct().Order()],
            closures,
            moment - Duration.FromMinutes(before),
            nanoseconds,
            amount,
            further,
            stretch,
            beyond);

    private static Gen<Duration> Nanoseconds => Gen.OneOf(
        Gen.Constant(Duration.Zero),
        from seconds in Gen.Choose(0, 59)
        from nanoseconds in Gen.Choose(0, 999_999_999)
        select Duration.FromSeconds(seconds) + Duration.FromNanoseconds(nanoseconds));

    private static Gen<Duration> Stretches =>
        from minutes in Gen.Choose(0, 14 * MinutesPerDay)
        from rest in Nanoseconds
        select Duration.FromMinutes(minutes) + rest;

    /// <summary>Whole minutes. Samoa's skipped day comes up in a quarter of Samoa's scenarios.</summary>
    private static Gen<Instant> Moments(string zone)
    {
        var anywhere = Gen.Choose(0, (int)(LatestStart - EarliestStart).TotalHours).Select(h => EarliestStart + Duration.FromHours(h));
        var changes = ClockChanges[zone];
        var skippedDay = changes.Where(at => at == Instant.FromUtc(2011, 12, 30, 10, 0)).ToArray();
        return skippedDay.Length == 0
            ? Gen.Frequency((3, Gen.Elements(changes)), (1, anywhere))
            : Gen.Frequency((1, Gen.Elements(skippedDay)), (2, Gen.Elements(changes)), (1, anywhere));
    }

    /// <summary>Mostly on the day given or the one before, and mostly where clocks change.</summary>
    private static Gen<IReadOnlyList<CoverageWindow>> Windows(IsoDayOfWeek today)
    {
        var yesterday = today == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : today - 1;
        var window =
            from day in Gen.OneOf(Gen.Elements(yesterday, today), Gen.Choose(1, 7).Select(day => (IsoDayOfWeek)day))
            from start in Times
            from end in Times
            where start != end && start != WallTime.EndOfDay
            select CoverageWindow.Create(day, start, end);
        var roundTheClock = Schedules.Windows("mon-sun 00:00-24:00").ToList();
        return Gen.Frequency(
            (7, from first in window from others in Some(6, window) select (IReadOnlyList<CoverageWindow>)[first, .. others]),
            (1, Gen.Constant((IReadOnlyList<CoverageWindow>)roundTheClock)));
    }

    private static Gen<WallTime> Times => Gen.OneOf(
        Gen.Choose(0, 24).Select(hour => WallTime.Of(hour)),
        Gen.Choose(0, 16).Select(quarter => WallTime.Of(quarter / 4, quarter % 4 * 15)),
        Gen.Choose(0, MinutesPerDay).Select(minute => WallTime.Of(minute / 60, minute % 60)));

    private static Gen<LocalDate> Dates(LocalDate today) => Gen.Choose(-4, 6).Select(today.PlusDays);

    private static Gen<ClosurePeriod> Closures(LocalDate today) =>
        from name in Gen.Elements("A", "B")
        from startsOn in Dates(today)
        from days in Gen.Choose(1, 4)
        from isPart in Gen.Elements(true, false)
        from start in isPart ? Times : Gen.Constant(WallTime.StartOfDay)
        from end in isPart ? Times : Gen.Constant(WallTime.EndOfDay)
        where start < end
        from everyYear in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from yearsAgo in Gen.Choose(0, everyYear ? 3 : 0)
        let first = startsOn.PlusYears(-yearsAgo)
        select ClosurePeriod.Create(new LocalizedText(name, name), first, first.PlusDays(days - 1), start, end, everyYear);

    /// <summary>Up to twice what a week holds.</summary>
    private static Gen<Duration> Amounts(IReadOnlyList<CoverageWindow> windows) =>
        from minutes in Gen.Choose(0, 2 * windows.Sum(w => w.EndMinute - w.StartMinute))
        from rest in Nanoseconds
        select Duration.FromMinutes(minutes) + rest;

    private static Gen<IReadOnlyList<T>> Some<T>(int atMost, Gen<T> one) =>
        from count in Gen.Choose(0, atMost)
        from items in one.ArrayOf(count)
        select (IReadOnlyList<T>)items;

    /// <summary>Leaves out one thing at a time, so that what is left of a failing scenario matters.</summary>
    private static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        if (scenario.Windows.Count > 1)
        {
            foreach (var window in scenario.Windows)
                yield return scenario with { Windows = [.. scenario.Windows.Where(w => !ReferenceEquals(w, window))] };
        }

        foreach (var closure in scenario.Closures)
            yield return scenario with { Closures = [.. scenario.Closures.Where(c => !ReferenceEquals(c, closure))] };

        foreach (var holiday in scenario.Holidays)
            yield return scenario with { Holidays = [.. scenario.Holidays.Where(h => h != holiday)] };

        if (scenario.Italian)
            yield return scenario with { Italian = false };

        if (scenario.Moment != Duration.Zero)
            yield return scenario with { Moment = Duration.Zero };
    }
}
