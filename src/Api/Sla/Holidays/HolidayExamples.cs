using MisterAssist.Api.Shared;
using MisterAssist.Domain.Sla;

namespace MisterAssist.Api.Sla.Holidays;

/// <summary>What the documentation shows: the first holidays of 2026.</summary>
internal static class HolidayExamples
{
    public static PageResponse<HolidayResponse> Page { get; } = new()
    {
        Data = [.. HolidayCalendar.Italy.In(2026).Take(3).Select(HolidayResponse.Of)],
        NextCursor = null,
    };
}
