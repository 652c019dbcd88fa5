using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.Errors;
using MisterAssist.Api.OpenApi;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Health;

/// <summary>How the service is.</summary>
internal sealed record HealthResponse
{
    /// <summary>`live` or `ready`.</summary>
    [StringLength(10)]
    public required string Status { get; init; }
}

internal static class HealthEndpoints
{
    private const int RetryAfterSeconds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live).WithName("getLiveness")
            .WithSummary("Is the process alive?")
            .WithDescription("Answers as long as the process can: when it does not, start it again.")
            .WithExamples(null, (200, new HealthResponse { Status = "live" }));
        health.MapGet("/ready", ReadyAsync).WithName("getReadiness")
            .WithSummary("Can it serve?")
            .WithDescription("Whether the database answers and has the present schema: when it does not, send requests elsewhere.")
            .WithExamples(null, (200, new HealthResponse { Status = "ready" }));
    }

    private static Ok<HealthResponse> Live() => TypedResults.Ok(new HealthResponse { Status = "live" });

    private static async Task<Results<Ok<HealthResponse>, EmptyHttpResult>> ReadyAsync(
        HttpContext context, IDatabase database, CancellationToken ct)
    {
        if (await AnswersAsync(database, ct))
            return TypedResults.Ok(new HealthResponse { Status = "ready" });

        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "not_ready", "The database does not answer.");
        return TypedResults.Empty;
    }

    /// <summary>Asked of the database itself, whatever others met with; who does not answer soon does not answer.</summary>
    private static async Task<bool> AnswersAsync(IDatabase database, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await database.IsReadyAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
