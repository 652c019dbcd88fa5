using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>A holiday that comes back every year, from one year (inclusive) until, perhaps, another (inclusive).</summary>
internal sealed record HolidayRule(LocalizedText Name, Func<int, LocalDate> DateIn, int FirstYear, int LastYear = int.MaxValue)
{
    public bool Holds(int year) => year >= FirstYear && year <= LastYear;

    public Holiday In(int year) => new(DateIn(year), Name, FirstYear);
}
