using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Api.Sla.Holidays;

/// <summary>A public holiday.</summary>
internal sealed record HolidayResponse
{
    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Both names joined where two holidays meet on one date.</summary>
    public required LocalizedTextResponse Name { get; init; }

    /// <summary>The first year in which it is observed, counting from 2001.</summary>
    [Range(2001, HolidayCalendar.LastYear)]
    public required int HoldsFrom { get; init; }

    public static HolidayResponse Of(Holiday holiday) =>
        new() { Date = holiday.Date, Name = LocalizedTextResponse.Of(holiday.Name), HoldsFrom = holiday.HoldsFrom };
}
