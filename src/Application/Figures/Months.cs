using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Months as they are in Rome.</summary>
internal static class Months
{
    /// <summary>The one in which an instant lies.</summary>
    public static YearMonth In(Instant at) => at.InZone(Company.Zone).Date.ToYearMonth();

    /// <summary>Its first instant, inclusive, and its end, exclusive.</summary>
    public static (Instant From, Instant To) Ends(this YearMonth month)
    {
        var days = month.ToDateInterval();
        return (Company.Zone.AtStartOfDay(days.Start).ToInstant(), Company.Zone.AtStartOfDay(days.End.PlusDays(1)).ToInstant());
    }

    /// <summary>How many months later one is than another.</summary>
    public static int Between(YearMonth from, YearMonth to) => (12 * (to.Year - from.Year)) + to.Month - from.Month;
}
