using System.Globalization;
using System.Runtime.InteropServices;

namespace MisterAssist.Domain.WorkReports;

/// <summary>What people call a work report: <c>RL-2026-000123</c>, the year in which it was issued (in Rome) and a count from 1, without gaps.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReportNumber(int Year, int Count)
{
    private const string Prefix = "RL-";
    private const int YearDigits = 4;

    public static ReportNumber Parse(string text) => new(
        int.Parse(text.AsSpan(Prefix.Length, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(Prefix.Length + YearDigits + 1), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Prefix, four digits, a dash, six digits or more.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Year:0000}-{Count:000000}");
}
