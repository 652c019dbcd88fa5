using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NUnit.Framework.Internal;

namespace MisterAssist.Infrastructure.Tests.Sla;

/// <summary>Valid terms, closures and texts that nobody would think of.</summary>
internal static class RandomSla
{
    private static readonly string[] Letters = ["a", "è", "'", "\"", "\\", "%", ";", "--", "\n", " ", "日", "😀", "</p>", "{", "@Code"];

    public static PlanTerms Terms(Randomizer random) => PlanTerms.Create(
        CoverageSchedule.Create(Zone(random), Windows(random), Holidays(random)),
        PromiseTargets.Create(MaybeTarget(random), Target(random), MaybeTarget(random)),
        Some(random, [Channel.Email, Channel.Phone, Channel.Chat], atLeast: 1),
        Services(random, "in"),
        Services(random, "out"),
        [.. Some(random, [.. Enumerable.Range(1, 99)]).Take(PlanTerms.MaxWarnings).Order()]);

    public static ClosurePeriod Period(Randomizer random)
    {
        var startsOn = Date(random);
        var from = random.Next(0, 24 * 60);
        return ClosurePeriod.Create(
            Text(random), startsOn, startsOn.PlusDays(random.Next(0, 365)), Wall(from), Wall(random.Next(from + 1, 24 * 60 + 1)), random.NextBool());
    }

    /// <summary>To the microsecond, from 1970 to 2199.</summary>
    public static Instant Instant(Randomizer random) =>
        SupportedTime.Earliest + Duration.FromTicks(10 * random.NextLong(0, (SupportedTime.Latest - SupportedTime.Earliest).BclCompatibleTicks / 10));

    public static LocalizedText Text(Randomizer random) => new(Line(random), Line(random));

    private static DateTimeZone Zone(Randomizer random)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        return zones[zones.Ids[random.Next(zones.Ids.Count)]];
    }

    private static IEnumerable<CoverageWindow> Windows(Randomizer random)
    {
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var from = random.Next(0, 24 * 60);
            var to = (from + random.Next(1, 24 * 60)) % (24 * 60);
            // Midnight as an end is written in either way.
            yield return CoverageWindow.Create(
                (IsoDayOfWeek)random.Next(1, 8), Wall(from), to == 0 && random.NextBool() ? WallTime.EndOfDay : Wall(to));
        }
    }

    private static HolidayCalendar Holidays(Randomizer random) =>
        (random.NextBool() ? HolidayCalendar.Italy : HolidayCalendar.None)
        .With(Enumerable.Range(0, random.Next(0, 5)).Select(_ => Date(random)));

    private static Duration Target(Randomizer random) =>
        Duration.FromSeconds(random.Next(1, (int)PromiseTargets.Longest.TotalSeconds + 1));

    private static Duration? MaybeTarget(Randomizer random) => random.NextBool() ? Target(random) : null;

    private static Service[] Services(Randomizer random, string prefix) =>
        [.. Enumerable.Range(0, random.Next(0, 6)).Select(i => new Service($"{prefix}_{i}", Text(random)))];

    private static T[] Some<T>(Randomizer random, T[] all, int atLeast = 0)
    {
        random.Shuffle(all);
        return all[..random.Next(atLeast, all.Length + 1)];
    }

    private static LocalDate Date(Randomizer random) => new LocalDate(1970, 1, 1).PlusDays(random.Next(0, 365 * 229));

    private static WallTime Wall(int minuteOfDay) => WallTime.Of(minuteOfDay / 60, minuteOfDay % 60);

    private static string Line(Randomizer random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Letters[random.Next(Letters.Length)]));
}
