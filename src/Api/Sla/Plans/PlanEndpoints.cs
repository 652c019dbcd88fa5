using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Sla.Plans;

internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder v1)
    {
        var plans = v1.MapGroup("/plans").WithTags("Plans");
        plans.MapGet("/", ListAsync).WithName("listPlans").AllowAnonymous()
            .WithSummary("List the plans")
            .WithDescription("The plans in force now, in the order in which they are shown.")
            .WithExamples(null, (200, PlanExamples.Page));
        plans.MapGet("/{planCode}", GetAsync).WithName("getPlan").AllowAnonymous()
            .WithSummary("Get a plan")
            .WithDescription("A plan in the version that holds now, or that held or will hold at an instant.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, PlanExamples.Plan));
        plans.MapGet("/{planCode}/versions", ListVersionsAsync).WithName("listPlanVersions").AllowAnonymous()
            .WithSummary("List the versions of a plan")
            .WithDescription("The newest first, those included that will hold later.")
            .WithProblems(404)
            .WithExamples(null, (200, PlanExamples.Page));
        plans.MapGet("/{planCode}/versions/{version}", GetVersionAsync).WithName("getPlanVersion").AllowAnonymous()
            .WithSummary("Get a version of a plan")
            .WithDescription("By its number.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, PlanExamples.Plan));
        plans.MapPost("/{planCode}/versions", PublishAsync).WithName("publishPlanVersion")
            .WithSummary("Publish a version of a plan")
            .WithDescription("New terms that hold from an instant on. What was promised before stays as it was promised.")
            .RequireScope(Scope.PlansWrite)
            .WithProblems(404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(PlanExamples.PublishRequest, (201, PlanExamples.Published));
    }

    private static async Task<Ok<PageResponse<PlanResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        const string list = "plans";
        var after = Paging.Decode(list, cursor, ToNumber) ?? 0;
        var page = await mediator.Send(new ListPlansQuery(limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, plan => [$"{plan.Rank}"], PlanResponse.Of, response));
    }

    private static async Task<Ok<PlanResponse>> GetAsync(
        [StringLength(PlanCode.MaxLength)] string planCode, IMediator mediator, CancellationToken ct, InstantParameter? at = null)
    {
        var plan = await mediator.Send(new GetPlanQuery(new(planCode), at?.Value), ct);
        return TypedResults.Ok(PlanResponse.Of(plan));
    }

    private static async Task<Ok<PageResponse<PlanResponse>>> ListVersionsAsync(
        [StringLength(PlanCode.MaxLength)] string planCode, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"plan-versions {planCode}";
        var before = Paging.Decode(list, cursor, ToNumber) ?? int.MaxValue;
        var page = await mediator.Send(new ListPlanVersionsQuery(new(planCode), limit, before), ct);
        return TypedResults.Ok(page.ToResponse(list, plan => [$"{plan.Version.Number}"], PlanResponse.Of, response));
    }

    private static async Task<Ok<PlanResponse>> GetVersionAsync(
        [StringLength(PlanCode.MaxLength)] string planCode, [Range(1, int.MaxValue)] int version, IMediator mediator, CancellationToken ct)
    {
        var plan = await mediator.Send(new GetPlanVersionQuery(new(planCode), version), ct);
        return TypedResults.Ok(PlanResponse.Of(plan));
    }

    private static async Task<Created<PlanResponse>> PublishAsync(
        [StringLength(PlanCode.MaxLength)] string planCode, PublishPlanVersionRequest body, IMediator mediator, CancellationToken ct)
    {
        var plan = await mediator.Send(body.ToCommand(planCode), ct);
        return TypedResults.Created($"/v1/plans/{plan.Code}/versions/{plan.Version.Number}", PlanResponse.Of(plan));
    }

    private static int? ToNumber(string[] key) => key is [var text] && int.TryParse(text, out var number) ? number : null;
}
