using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Technicians;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Interventions.Appointments;

internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/calendar.ics", GetAsync).WithName("getCalendar").WithTags("Technicians").RequireScope(Scope.Dispatch)
            .WithSummary("Get the appointments of a technician as a calendar")
            .WithDescription(
                "All appointments from thirty days ago on as iCalendar (RFC 5545), for programs that people plan their days with. What is "
                + "done stays, what was called off is there as cancelled. An appointment keeps its `UID`, and its `SEQUENCE` grows with "
                + "each change. Words of ours in Italian or English by `Accept-Language`.")
            .GivesFile(AppointmentCalendar.MediaType)
            .WithProblems(404);

    private static async Task<ContentHttpResult> GetAsync(
        WireId<TechnicianKind> technicianId, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var calendar = await mediator.Send(new GetCalendarQuery(new(technicianId.Value)), ct);
        var language = PreferredLanguage.Of(context.Request);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.ContentLanguage = language.Tag();
        return TypedResults.Text(AppointmentCalendar.Write(calendar, language), $"{AppointmentCalendar.MediaType}; charset=utf-8");
    }
}
