using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Holidays;
using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Sla.Holidays;

internal static class HolidayEndpoints
{
    private const int FirstYear = 2001;

    public static void MapHolidays(this IEndpointRouteBuilder v1)
    {
        var holidays = v1.MapGroup("/holidays").WithTags("Holidays").AllowAnonymous();
        holidays.MapGet("/", ListAsync).WithName("listHolidays")
            .WithSummary("List the holidays of a year")
            .WithDescription("Italy's national ones, by date. Local ones, such as a patron saint's day, are closures.")
            .WithExamples(null, (200, HolidayExamples.Page));
    }

    private static async Task<Ok<PageResponse<HolidayResponse>>> ListAsync(
        [Range(FirstYear, HolidayCalendar.LastYear)] int year, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"holidays {year}";
        var after = Paging.Decode(
            list, cursor, LocalDate? (key) => key is [var text] && WireTime.TryParse(text, out LocalDate date) ? date : null);
        var page = await mediator.Send(new ListHolidaysQuery(year, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, holiday => [LocalDatePattern.Iso.Format(holiday.Date)], HolidayResponse.Of, response));
    }
}
