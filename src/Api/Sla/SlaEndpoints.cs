using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.OpenApi;

namespace MisterAssist.Api.Sla;

/// <summary>Questions about working time: they store nothing, and need no credential.</summary>
internal static class SlaEndpoints
{
    public static void MapSla(this IEndpointRouteBuilder v1)
    {
        var sla = v1.MapGroup("/sla").WithTags("SLA").AllowAnonymous().AreQuestions();
        sla.MapPost("/deadlines", CalculateDeadlineAsync).WithName("calculateDeadline")
            .WithSummary("Calculate a deadline")
            .WithDescription(
                "When will an amount of working time, or what a plan allows for a promise, have passed since an instant, and why then? "
                + "Under a plan the company's closures count too. Nothing is stored.")
            .WithProblems(422)
            .WithExamples(SlaExamples.DeadlineRequest, (200, SlaExamples.Deadline));
        sla.MapPost("/elapsed", CalculateElapsedAsync).WithName("calculateElapsed")
            .WithSummary("Calculate elapsed working time")
            .WithDescription("How much working time passed between two instants, and why that much? Nothing is stored.")
            .WithProblems(422)
            .WithExamples(SlaExamples.ElapsedRequest, (200, SlaExamples.Elapsed));
        sla.MapPost("/simulations", SimulateAsync).WithName("simulatePromises")
            .WithSummary("Simulate a report")
            .WithDescription(
                "What would each plan promise to a report of that urgency, by that channel, at that instant? With the code of a service also "
                + "what each plan covers. Nothing is stored.")
            .WithProblems(422)
            .WithExamples(SlaExamples.SimulationRequest, (200, SlaExamples.Simulation));
    }

    private static async Task<Ok<DeadlineResponse>> CalculateDeadlineAsync(DeadlineRequest body, IMediator mediator, CancellationToken ct)
    {
        var deadline = await mediator.Send(body.ToQuery(), ct);
        return TypedResults.Ok(DeadlineResponse.Of(deadline, body));
    }

    private static async Task<Ok<ElapsedResponse>> CalculateElapsedAsync(ElapsedRequest body, IMediator mediator, CancellationToken ct)
    {
        var elapsed = await mediator.Send(body.ToQuery(), ct);
        return TypedResults.Ok(ElapsedResponse.Of(elapsed, body));
    }

    private static async Task<Ok<SimulationResponse>> SimulateAsync(SimulationRequest body, IMediator mediator, CancellationToken ct)
    {
        var plans = await mediator.Send(body.ToQuery(), ct);
        return TypedResults.Ok(SimulationResponse.Of(plans));
    }
}
