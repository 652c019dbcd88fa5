using System.Globalization;
using System.Runtime.InteropServices;

namespace MisterAssist.Domain.Tickets;

/// <summary>What people call a ticket: <c>2026-000123</c>, the year in which it was recorded (in Rome) and a count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TicketNumber(int Year, int Count)
{
    /// <summary>Whether a text has the form of a number.</summary>
    public static bool IsOne(string text) =>
        text.Length is >= 11 and <= 14 && text[4] == '-' && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0;

    public static TicketNumber Parse(string text) => new(
        int.Parse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Four digits, a dash, six digits or more.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Count:000000}");
}
