using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Sla.Closures;

internal static class ClosureEndpoints
{
    private const string ListName = "closures";

    public static void MapClosures(this IEndpointRouteBuilder v1)
    {
        var closures = v1.MapGroup("/closures").WithTags("Closures");
        closures.MapGet("/", ListAsync).WithName("listClosures")
            .WithSummary("List the closures")
            .WithDescription("Those that stand announced, by first day.")
            .WithExamples(null, (200, ClosureExamples.Page));
        closures.MapGet("/{closureId}", GetAsync).WithName("getClosure")
            .WithSummary("Get a closure")
            .WithDescription("One that stands announced.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ClosureExamples.Closure));
        closures.MapPost("/", AnnounceAsync).WithName("announceClosure")
            .WithSummary("Announce a closure")
            .WithDescription("It counts for promises that start from now on, and never moves one given before.")
            .RequireScope(Scope.PlansWrite)
            .WithProblems(422)
            .WithETag()
            .WithLocation()
            .WithExamples(ClosureExamples.AnnounceRequest, (201, ClosureExamples.Closure));
        closures.MapDelete("/{closureId}", WithdrawAsync).WithName("withdrawClosure")
            .WithSummary("Withdraw a closure")
            .WithDescription("Promises that started while it stood keep it; later ones do not see it.")
            .RequireScope(Scope.PlansWrite)
            .WithProblems(404)
            .WithIfMatch();
    }

    private static async Task<Ok<PageResponse<ClosureResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var page = await mediator.Send(new ListClosuresQuery(limit, After(cursor)), ct);
        return TypedResults.Ok(page.ToResponse(ListName, KeyOf, ClosureResponse.Of, response));
    }

    private static async Task<Ok<ClosureResponse>> GetAsync(WireId<ClosureKind> closureId, IMediator mediator, CancellationToken ct)
    {
        var closure = await mediator.Send(new GetClosureQuery(new(closureId.Value)), ct);
        return TypedResults.Ok(ClosureResponse.Of(closure));
    }

    private static async Task<Created<ClosureResponse>> AnnounceAsync(AnnounceClosureRequest body, IMediator mediator, CancellationToken ct)
    {
        var closure = ClosureResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/closures/{closure.Id}", closure);
    }

    private static async Task<NoContent> WithdrawAsync(
        WireId<ClosureKind> closureId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawClosureCommand(new(closureId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }

    private static string[] KeyOf(Closure closure) =>
        [LocalDatePattern.Iso.Format(closure.Period.StartsOn), closure.Id.ToString()];

    private static (LocalDate StartsOn, ClosureId Id)? After(string? cursor) => Paging.Decode(
        ListName, cursor, (LocalDate, ClosureId)? (key) =>
            key is [var date, var id]
            && WireTime.TryParse(date, out LocalDate startsOn)
            && WireId<ClosureKind>.TryParse(id, null, out var closureId)
                ? (startsOn, new ClosureId(closureId.Value))
                : null);
}
