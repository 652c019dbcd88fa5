using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Billing;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;

namespace MisterAssist.Api.Billing;

internal static class BillingEndpoints
{
    /// <summary>In seconds: some customers are billed in each.</summary>
    private const string LookAgain = "1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static void MapBilling(this IEndpointRouteBuilder v1)
    {
        var runs = v1.MapGroup("/billing-runs").WithTags("Billing").RequireScope(Scope.InvoicesWrite);
        runs.MapPost("/", StartAsync).WithName("startBillingRun")
            .NeedsIdempotencyKey()
            .WithSummary("Bill a month")
            .WithDescription(
                "For each customer, what issued work reports charge and what contracts owe, as far as it accrued up to the end of the month and "
                + "stands on no invoice: one invoice, or a statement where nothing is owed; and over each issued invoice of which fees are given back, a credit "
                + "note. To a draft that is there already it is added; with `issue`, drafts of that month and of those before are issued too, the oldest first, and what the "
                + "exchange system would refuse stays a draft, with what comes after it for the same customer, told as `failed`. That goes on in the background; nothing is billed twice, however many runs there are, "
                + "and what one leaves the next one bills. For who may see all customers.")
            .WithProblems(403, 422)
            .WithETag()
            .WithLocation()
            .WithRetryAfter()
            .WithExamples(BillingExamples.StartRequest, (202, BillingExamples.Started));
        runs.MapPost("/dry-run", TryAsync).WithName("tryBillingRun")
            .WithSummary("Show what billing a month would come to")
            .WithDescription("The same, all at once, and nothing is stored. For who may see all customers.")
            .WithProblems(403, 422)
            .WithExamples(BillingExamples.TryRequest, (200, BillingExamples.Tried))
            .WithRequestTimeout(Patience);
        runs.MapGet("/", ListAsync).WithName("listBillingRuns")
            .WithSummary("List billing runs")
            .WithDescription("The newest first. For who may see all customers.")
            .WithProblems(403)
            .WithExamples(null, (200, BillingExamples.Page));
        runs.MapGet("/{billingRunId}", GetAsync).WithName("getBillingRun")
            .WithSummary("Get a billing run")
            .WithDescription("With how far it came; `Retry-After` while it goes on. For who may see all customers.")
            .WithProblems(403, 404)
            .WithETag()
            .WithRetryAfter()
            .WithExamples(null, (200, BillingExamples.Done));
        runs.MapGet("/{billingRunId}/outcomes", ListOutcomesAsync).WithName("listBillingOutcomes")
            .WithSummary("List what came of a billing run")
            .WithDescription("Document by document in the order in which they were made, also while it goes on; customers for whom there was nothing to do are left out. For who may see all customers.")
            .WithProblems(403, 404)
            .WithExamples(null, (200, BillingExamples.Outcomes));
        runs.MapPost("/{billingRunId}/cancel", CancelAsync).WithName("cancelBillingRun")
            .WithSummary("Cancel a billing run")
            .WithDescription("It looks at no further customer; what it made stays. For who may see all customers.")
            .WithProblems(403, 404, 409)
            .WithETag()
            .WithExamples(null, (200, BillingExamples.Cancelled));
    }

    private static async Task<Accepted<BillingRunResponse>> StartAsync(
        StartBillingRunRequest body, HttpResponse response, IMediator mediator, BillingWorker worker, CancellationToken ct)
    {
        var run = BillingRunResponse.Of(await mediator.Send(body.ToCommand(), ct));
        worker.Wake();
        response.Headers.RetryAfter = LookAgain;
        return TypedResults.Accepted($"/v1/billing-runs/{run.Id}", run);
    }

    private static async Task<Ok<TriedBillingRunResponse>> TryAsync(TryBillingRunRequest body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(TriedBillingRunResponse.Of(await mediator.Send(body.ToQuery(), ct)));

    private static async Task<Ok<PageResponse<BillingRunResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        MonthParameter? month = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"billing runs {month?.Value}";
        var before = Paging.AfterId<BillingRunKind>(list, cursor) is { } last ? new BillingRunId(last) : (BillingRunId?)null;
        var page = await mediator.Send(new ListBillingRunsQuery(month?.Value, limit, before), ct);
        return TypedResults.Ok(page.ToResponse(list, run => [run.Id.ToString()], BillingRunResponse.Of, response));
    }

    private static async Task<Ok<BillingRunResponse>> GetAsync(
        WireId<BillingRunKind> billingRunId, HttpResponse response, IMediator mediator, CancellationToken ct)
    {
        var run = BillingRunResponse.Of(await mediator.Send(new GetBillingRunQuery(new(billingRunId.Value)), ct));
        if (run.Status == BillingRunStatus.Running)
            response.Headers.RetryAfter = LookAgain;
        return TypedResults.Ok(run);
    }

    private static async Task<Ok<PageResponse<BillingOutcomeResponse>>> ListOutcomesAsync(
        WireId<BillingRunKind> billingRunId, HttpResponse response, IMediator mediator, CancellationToken ct,
        EnumParameter<BillingOutcomeKind>? kind = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"billing outcomes {billingRunId} {kind?.Value}";
        var after = Paging.Decode(list, cursor, (int? (key) => key is [var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var last) ? last : null));
        var page = await mediator.Send(new ListBillingOutcomesQuery(new(billingRunId.Value), kind?.Value, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, came => [came.Number.ToString(CultureInfo.InvariantCulture)], came => BillingOutcomeResponse.Of(came.Outcome), response));
    }

    private static async Task<Ok<BillingRunResponse>> CancelAsync(WireId<BillingRunKind> billingRunId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(BillingRunResponse.Of(await mediator.Send(new CancelBillingRunCommand(new(billingRunId.Value)), ct)));
}

internal sealed class BillingRunKind : IResourceKind
{
    public static string Prefix => BillingRunId.Prefix;
}
