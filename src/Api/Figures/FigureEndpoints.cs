using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Figures;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Figures;

internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder v1)
    {
        var figures = v1.MapGroup("/figures").WithTags("Figures").RequireScope(Scope.Dispatch);
        figures.MapGet("/appointments", GetAppointmentsAsync).WithName("getAppointmentFigures")
            .WithSummary("Tell how the appointments of a month were kept")
            .WithDescription(
                "Of those appointments whose time, as it stands now, lies in the month and has come: how many were kept, in time or late, "
                + "called off, or are still open; and every move that was recorded on them, with who asked. `moves` has the first thousand, "
                + "`movesTotal` counts all.")
            .WithExamples(null, (200, FigureExamples.Appointments));
        figures.MapGet("/feedback", GetFeedbackAsync).WithName("getFeedbackFigures")
            .WithSummary("Tell what customers said of the interventions of a month")
            .WithDescription(
                "By technician, of the interventions that ended in the month and were not called off: of those with their time entries, or, "
                + "where nobody worked, with their appointment.")
            .WithExamples(null, (200, FigureExamples.Feedback));
    }

    private static async Task<Ok<AppointmentFiguresResponse>> GetAppointmentsAsync(
        IMediator mediator, CancellationToken ct, MonthParameter? month = null) =>
        TypedResults.Ok(AppointmentFiguresResponse.Of(await mediator.Send(new GetAppointmentFiguresQuery(month?.Value), ct)));

    private static async Task<Ok<FeedbackFiguresResponse>> GetFeedbackAsync(
        IMediator mediator, CancellationToken ct, MonthParameter? month = null) =>
        TypedResults.Ok(FeedbackFiguresResponse.Of(await mediator.Send(new GetFeedbackFiguresQuery(month?.Value), ct)));
}
