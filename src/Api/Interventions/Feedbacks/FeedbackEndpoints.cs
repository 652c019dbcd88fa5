using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Interventions.Feedbacks;

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder v1)
    {
        var feedback = v1.MapGroup("/interventions/{interventionId}/feedback").WithTags("Interventions");
        feedback.MapPost("/", LeaveAsync).WithName("leaveFeedback").RequireScope(Scope.WorkWrite)
            .WithSummary("Leave feedback on an intervention")
            .WithDescription("From 1 to 5, with words or without, once per intervention that is completed. For the customer's own keys.")
            .WithProblems(403, 404, 409)
            .WithETag()
            .WithLocation()
            .WithExamples(FeedbackExamples.Request, (201, FeedbackExamples.Feedback));
        feedback.MapGet("/", GetAsync).WithName("getFeedback").RequireScope(Scope.WorkRead)
            .WithSummary("Get the feedback on an intervention")
            .WithDescription("As it was left. Where the customer said nothing there is none.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, FeedbackExamples.Feedback));
    }

    private static async Task<Created<FeedbackResponse>> LeaveAsync(
        WireId<InterventionKind> interventionId, LeaveFeedbackRequest body, IMediator mediator, CancellationToken ct)
    {
        var feedback = FeedbackResponse.Of(await mediator.Send(body.ToCommand(new(interventionId.Value)), ct));
        return TypedResults.Created($"/v1/interventions/{feedback.InterventionId}/feedback", feedback);
    }

    private static async Task<Ok<FeedbackResponse>> GetAsync(WireId<InterventionKind> interventionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(FeedbackResponse.Of(await mediator.Send(new GetFeedbackQuery(new(interventionId.Value)), ct)));
}
