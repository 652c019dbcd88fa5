using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Interventions.Parts;

internal static class FittedPartEndpoints
{
    public static void MapFittedParts(this IEndpointRouteBuilder v1)
    {
        var parts = v1.MapGroup("/interventions/{interventionId}/parts").WithTags("Interventions").RequireScope(Scope.WorkWrite);
        parts.MapPost("/", FitAsync).WithName("fitPart").IsDone(FittedPartExamples.FitRequest)
            .WithSummary("Fit a part")
            .WithDescription(
                "At the price that the catalogue has now. The customer is asked where the unit price is above the limit of the plan, or wants to "
                + "be asked about any part; until it has decided, the work report cannot be issued. The answer is the intervention, with which a part "
                + "is read. For staff.");
        parts.MapDelete("/{partNumber}", RemoveAsync).WithName("removePart")
            .WithProblems(403, 404, 409)
            .WithIfMatch()
            .WithSummary("Take a part back")
            .WithDescription("It was not fitted after all. For staff, as long as no work report stands on the intervention.");
        parts.MapPost("/{partNumber}/approve", (
                    WireId<InterventionKind> interventionId, [Range(1, int.MaxValue)] int partNumber, IfMatch ifMatch, DecidePartRequest body,
                    IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new DecidePartCommand(new(interventionId.Value), ifMatch.Known, partNumber, IsApproved: true, body.Reason), ct))
            .WithName("approvePart").IsDone(FittedPartExamples.ApproveRequest)
            .WithSummary("Agree to a part")
            .WithDescription("By the customer's own key alone. Who decided, when, and what was asked are kept.");
        parts.MapPost("/{partNumber}/decline", (
                    WireId<InterventionKind> interventionId, [Range(1, int.MaxValue)] int partNumber, IfMatch ifMatch, DecidePartRequest body,
                    IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new DecidePartCommand(new(interventionId.Value), ifMatch.Known, partNumber, IsApproved: false, body.Reason), ct))
            .WithName("declinePart").IsDone(FittedPartExamples.DeclineRequest)
            .WithSummary("Decline a part")
            .WithDescription("By the customer's own key alone. It enters no report, and nothing else follows from that.");
    }

    private static Task<Ok<InterventionResponse>> FitAsync(
        WireId<InterventionKind> interventionId, IfMatch ifMatch, FitPartRequest body, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, new FitPartCommand(new(interventionId.Value), ifMatch.Known, new(body.PartId.Value), body.Quantity), ct);

    private static async Task<NoContent> RemoveAsync(
        WireId<InterventionKind> interventionId, [Range(1, int.MaxValue)] int partNumber, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemovePartCommand(new(interventionId.Value), ifMatch.Known, partNumber), ct);
        return TypedResults.NoContent();
    }

    private static RouteHandlerBuilder IsDone(this RouteHandlerBuilder operation, object example) => operation
        .WithProblems(403, 404, 409, 422)
        .WithIfMatch()
        .WithETag()
        .WithExamples(example, (200, InterventionExamples.Intervention));

    private static async Task<Ok<InterventionResponse>> SendAsync(IMediator mediator, ICommand<InterventionAt> command, CancellationToken ct) =>
        TypedResults.Ok(InterventionResponse.Of(await mediator.Send(command, ct)));
}
