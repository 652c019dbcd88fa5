using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Sandbox;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Sandbox;

internal static class SandboxEndpoints
{
    private static readonly Instant Monday = Instant.FromUtc(2027, 1, 11, 8, 0);

    public static void MapSandbox(this IEndpointRouteBuilder v1)
    {
        var sandbox = v1.MapGroup("/sandbox").WithTags("Sandbox").WithMetadata(new RequiredEnvironment(SandboxEnvironment.Name))
            .RequireScope(Scope.TicketsWrite);
        sandbox.MapGet("/clock", ReadAsync).WithName("getSandboxClock")
            .WithSummary("Ask what time it is")
            .WithDescription("By the clock that everything in the sandbox goes by. In the environment Sandbox only; 404 elsewhere.")
            .WithProblems(404)
            .WithExamples(null, (200, new SandboxClockResponse { Now = Monday }));
        sandbox.MapPut("/clock", MoveAsync).WithName("moveSandboxClock")
            .WithSummary("Move the clock forward")
            .WithDescription(
                "For everybody in the sandbox, and for good: time ticks on from there, and never goes back. Changes of plan, warnings and misses whose "
                + "instant has come by then are seen to before the answer. In the environment Sandbox only; 404 elsewhere.")
            .WithProblems(404, 422)
            .WithExamples(new MoveSandboxClockRequest { Now = Monday }, (200, new SandboxClockResponse { Now = Monday }));
    }

    private static async Task<Ok<SandboxClockResponse>> ReadAsync(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(new SandboxClockResponse { Now = await mediator.Send(new ReadSandboxClockQuery(), ct) });

    private static async Task<Ok<SandboxClockResponse>> MoveAsync(
        MoveSandboxClockRequest body, IMediator mediator, PromiseWatch watch, CancellationToken ct)
    {
        await mediator.Send(new MoveSandboxClockCommand(body.Now), ct);
        // Asked after the commit: from here on it counts.
        var moved = await ReadAsync(mediator, ct);
        await watch.LookAsync(ct);
        return moved;
    }
}
