using System.Globalization;

namespace MisterAssist.Domain.Sla;

/// <summary>A time of day as the clock on the wall shows it, to the minute, from 00:00 to 24:00 inclusive.</summary>
/// <remarks>24:00 is the end of a day, which no other type of time of day can say.</remarks>
public readonly record struct WallTime : IComparable<WallTime>
{
    private const int MinutesPerDay = 24 * 60;

    private WallTime(int minuteOfDay) => MinuteOfDay = minuteOfDay;

    public static WallTime StartOfDay { get; }

    public static WallTime EndOfDay { get; } = new(MinutesPerDay);

    /// <summary>Minutes since 00:00 on the wall, 0 to 1440. Not elapsed time: a day may have 23 hours, or 25.</summary>
    public int MinuteOfDay { get; }

    /// <exception cref="ArgumentOutOfRangeException">Not a time from 00:00 to 24:00.</exception>
    public static WallTime Of(int hour, int minute = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfNegative(minute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minute, 59);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, minute == 0 ? 24 : 23);
        return new(hour * 60 + minute);
    }

    /// <summary>Reads <c>HH:mm</c>, two digits each, up to <c>24:00</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WallTime time)
    {
        time = default;
        if (text is not [>= '0' and <= '2', >= '0' and <= '9', ':', >= '0' and <= '5', >= '0' and <= '9'])
            return false;

        var minutes = (text[0] - '0') * 600 + (text[1] - '0') * 60 + (text[3] - '0') * 10 + (text[4] - '0');
        if (minutes > MinutesPerDay)
            return false;

        time = new(minutes);
        return true;
    }

    public int CompareTo(WallTime other) => MinuteOfDay.CompareTo(other.MinuteOfDay);

    public static bool operator <(WallTime left, WallTime right) => left.MinuteOfDay < right.MinuteOfDay;

    public static bool operator >(WallTime left, WallTime right) => left.MinuteOfDay > right.MinuteOfDay;

    public static bool operator <=(WallTime left, WallTime right) => left.MinuteOfDay <= right.MinuteOfDay;

    public static bool operator >=(WallTime left, WallTime right) => left.MinuteOfDay >= right.MinuteOfDay;

    /// <summary><c>HH:mm</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{MinuteOfDay / 60:00}:{MinuteOfDay % 60:00}");
}
