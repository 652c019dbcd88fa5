using BenchmarkDotNet.Attributes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Benchmarks;

/// <summary>Deadlines at random starts over ten years, beside a straightforward walk from day to day.</summary>
[MemoryDiagnoser]
public class WorkingClockBenchmarks
{
    private const int Starts = 4096;

    private static readonly Instant First = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2036, 1, 1, 0, 0);

    private readonly Instant[] _starts = new Instant[Starts];
    private readonly WorkingClock _silver = new(Silver());
    private readonly WorkingClock _silverWithClosures = new(Silver().WithClosures(Closures()));
    private readonly DayByDayWalk _walk = new(Silver());
    private readonly DayByDayWalk _walkWithClosures = new(Silver().WithClosures(Closures()));
    private int _next;

    private static Duration FourHours => Duration.FromHours(4);

    private static Duration FourHundredHours => Duration.FromHours(400);

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260101);
        var span = (Last - First).TotalSeconds;
        for (var i = 0; i < Starts; i++)
            _starts[i] = First + Duration.FromSeconds((long)(random.NextDouble() * span));

        // One question at each end, so that both clocks have the whole span compiled before they are timed.
        foreach (var clock in (WorkingClock[])[_silver, _silverWithClosures])
        {
            clock.Deadline(First, FourHundredHours);
            clock.Deadline(Last, FourHundredHours);
        }
    }

    [Benchmark]
    public Instant Deadline4Hours() => _silver.Deadline(NextStart(), FourHours);

    [Benchmark]
    public Instant Deadline400Hours() => _silver.Deadline(NextStart(), FourHundredHours);

    [Benchmark]
    public Instant Deadline4HoursWith100Closures() => _silverWithClosures.Deadline(NextStart(), FourHours);

    [Benchmark]
    public Instant Deadline400HoursWith100Closures() => _silverWithClosures.Deadline(NextStart(), FourHundredHours);

    [Benchmark]
    public Duration ElapsedOverAMonth()
    {
        var start = NextStart();
        return _silver.Elapsed(start, start + Duration.FromDays(30));
    }

    [Benchmark]
    public Instant Walk4Hours() => _walk.Deadline(NextStart(), FourHours);

    [Benchmark]
    public Instant Walk400Hours() => _walk.Deadline(NextStart(), FourHundredHours);

    [Benchmark]
    public Instant Walk400HoursWith100Closures() => _walkWithClosures.Deadline(NextStart(), FourHundredHours);

    [Benchmark]
    public CoverageTimeline CompileTenYears() => CoverageTimeline.Compile(_silver.Schedule, First, Last);

    [Benchmark]
    public CoverageTimeline CompileTenYearsWith100Closures() => CoverageTimeline.Compile(_silverWithClosures.Schedule, First, Last);

    private Instant NextStart()
    {
        _next = (_next + 1) % Starts;
        return _starts[_next];
    }

    private static CoverageSchedule Silver() => CoverageSchedule.Create(
        DateTimeZoneProviders.Tzdb["Europe/Rome"],
        Enumerable.Range(1, 5).Select(day => CoverageWindow.Create((IsoDayOfWeek)day, WallTime.Of(8), WallTime.Of(20))));

    /// <summary>Ninety single days over ten years and ten that recur every year.</summary>
    private static IEnumerable<ClosurePeriod> Closures() => Enumerable.Range(0, 100).Select(i => ClosurePeriod.WholeDay(
        new LocalizedText($"Chiusura {i}", $"Closure {i}"), new LocalDate(2026, 1, 7).PlusDays(i * 36), everyYear: i % 10 == 0));
}
