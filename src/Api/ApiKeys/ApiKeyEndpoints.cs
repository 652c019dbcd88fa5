using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

internal static class ApiKeyEndpoints
{
    private const string ListName = "api-keys";

    public static void MapApiKeys(this IEndpointRouteBuilder v1)
    {
        var keys = v1.MapGroup("/api-keys").WithTags("API keys").RequireScope(Scope.Admin);
        keys.MapPost("/", CreateAsync).WithName("createApiKey")
            .WithSummary("Create an API key")
            .WithDescription("The secret is in this answer and nowhere else: what is kept of it does not let anybody in.")
            .WithProblems(422)
            .WithETag()
            .WithLocation()
            .WithExamples(ApiKeyExamples.CreateRequest, (201, ApiKeyExamples.Issued));
        keys.MapGet("/", ListAsync).WithName("listApiKeys")
            .WithSummary("List the API keys")
            .WithDescription("The newest first, those included that do not work any more.")
            .WithExamples(null, (200, ApiKeyExamples.Page));
        keys.MapGet("/{keyId}", GetAsync).WithName("getApiKey")
            .WithSummary("Get an API key")
            .WithDescription("In whatever state it is, without its secret.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ApiKeyExamples.Key));
        keys.MapPost("/{keyId}/rotate", RotateAsync).WithName("rotateApiKey")
            .WithSummary("Rotate an API key")
            .WithDescription(
                "Issues a key with a new secret on the same terms, until the same end where the old one had one. The old one goes on "
                + "working for the overlap, so that its holder can change over, and expires then. A key is rotated once.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithLocation()
            .WithExamples(ApiKeyExamples.RotateRequest, (201, ApiKeyExamples.Issued));
        keys.MapPost("/{keyId}/revoke", RevokeAsync).WithName("revokeApiKey")
            .WithSummary("Revoke an API key")
            .WithDescription("It acts at once, and for good.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(null, (200, ApiKeyExamples.Revoked));
    }

    private static async Task<Created<IssuedApiKeyResponse>> CreateAsync(
        CreateApiKeyRequest body, HttpResponse response, IMediator mediator, [FromKeyedServices(WorldClock.Key)] IClock clock,
        CancellationToken ct) =>
        Show(await mediator.Send(body.ToCommand(), ct), response, clock);

    private static async Task<Ok<PageResponse<ApiKeyResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, [FromKeyedServices(WorldClock.Key)] IClock clock, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var before = Paging.AfterId<ApiKeyKind>(ListName, cursor) is { } last ? new ApiKeyId(last) : (ApiKeyId?)null;
        var page = await mediator.Send(new ListApiKeysQuery(limit, before), ct);
        var now = clock.GetCurrentInstant();
        return TypedResults.Ok(page.ToResponse(ListName, key => [key.Id.ToString()], key => ApiKeyResponse.Of(key, now), response));
    }

    private static async Task<Ok<ApiKeyResponse>> GetAsync(
        WireId<ApiKeyKind> keyId, IMediator mediator, [FromKeyedServices(WorldClock.Key)] IClock clock, CancellationToken ct)
    {
        var key = await mediator.Send(new GetApiKeyQuery(new(keyId.Value)), ct);
        return TypedResults.Ok(ApiKeyResponse.Of(key, clock.GetCurrentInstant()));
    }

    private static async Task<Created<IssuedApiKeyResponse>> RotateAsync(
        WireId<ApiKeyKind> keyId, IfMatch ifMatch, RotateApiKeyRequest body, HttpResponse response, IMediator mediator,
        [FromKeyedServices(WorldClock.Key)] IClock clock, CancellationToken ct) =>
        Show(await mediator.Send(body.ToCommand(new(keyId.Value), ifMatch.Known), ct), response, clock);

    private static async Task<Ok<ApiKeyResponse>> RevokeAsync(
        WireId<ApiKeyKind> keyId, IfMatch ifMatch, IMediator mediator, [FromKeyedServices(WorldClock.Key)] IClock clock, CancellationToken ct)
    {
        var key = await mediator.Send(new RevokeApiKeyCommand(new(keyId.Value), ifMatch.Known), ct);
        return TypedResults.Ok(ApiKeyResponse.Of(key, clock.GetCurrentInstant()));
    }

    /// <summary>The one answer that has a secret: nobody on the way may keep it.</summary>
    private static Created<IssuedApiKeyResponse> Show(IssuedApiKey issued, HttpResponse response, IClock clock)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/v1/api-keys/{issued.Key.Id}", IssuedApiKeyResponse.Of(issued, clock.GetCurrentInstant()));
    }
}
