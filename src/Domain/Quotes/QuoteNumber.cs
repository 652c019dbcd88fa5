using System.Globalization;
using System.Runtime.InteropServices;

namespace MisterAssist.Domain.Quotes;

/// <summary>What people call a quote: <c>PR-2026-000123</c>, the year in which it was drafted (in Rome) and a count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuoteNumber(int Year, int Count)
{
    private const string Prefix = "PR-";
    private const int YearDigits = 4;

    public static QuoteNumber Parse(string text) => new(
        int.Parse(text.AsSpan(Prefix.Length, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(Prefix.Length + YearDigits + 1), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Prefix, four digits, a dash, six digits or more.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Year:0000}-{Count:000000}");
}
