using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>A weekly stretch of covered time in the schedule's own zone: start included, end excluded.</summary>
/// <remarks>
/// Minutes count on the wall from midnight of the day that owns the window, the one on which it begins; past 1440 it
/// runs into the next day.
/// </remarks>
public sealed record CoverageWindow
{
    private const int MinutesPerDay = 24 * 60;

    private CoverageWindow(IsoDayOfWeek day, int startMinute, int endMinute) =>
        (Day, StartMinute, EndMinute) = (day, startMinute, endMinute);

    public IsoDayOfWeek Day { get; }

    public int StartMinute { get; }

    public int EndMinute { get; }

    public WallTime From => Wall(StartMinute);

    /// <summary>The wall-clock time at which it closes, on the owning day or on the next.</summary>
    public WallTime To => Wall(EndMinute > MinutesPerDay ? EndMinute - MinutesPerDay : EndMinute);

    /// <summary>A window from one wall-clock time to another; an end that is not after the start is on the next day.</summary>
    /// <exception cref="Shared.BusinessException">The window has no length, or begins at 24:00.</exception>
    public static CoverageWindow Create(IsoDayOfWeek day, WallTime from, WallTime to)
    {
        if (from == to || from == WallTime.EndOfDay)
            throw SlaErrors.EmptyWindow(day, from, to);

        return new(day, from.MinuteOfDay, to > from ? to.MinuteOfDay : to.MinuteOfDay + MinutesPerDay);
    }

    private static WallTime Wall(int minute) => WallTime.Of(minute / 60, minute % 60);
}
