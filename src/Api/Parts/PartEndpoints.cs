using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Parts;

/// <remarks>Whoever has a key may read all of the catalogue: no price is hidden.</remarks>
internal static class PartEndpoints
{
    public static void MapParts(this IEndpointRouteBuilder v1)
    {
        var parts = v1.MapGroup("/parts").WithTags("Parts");
        parts.MapPost("/", CreateAsync).WithName("createPart").RequireScope(Scope.PricesWrite)
            .WithSummary("Create a part")
            .WithDescription("It is in the catalogue, and can be fitted, from now on.")
            .WithProblems(409)
            .WithETag()
            .WithLocation()
            .WithExamples(PartExamples.Request, (201, PartExamples.Part));
        parts.MapGet("/", ListAsync).WithName("listParts")
            .WithSummary("List the parts")
            .WithDescription("In the order in which they were added, without those that were retired. Filters narrow it down together.")
            .WithExamples(null, (200, PartExamples.Page));
        parts.MapGet("/{partId}", GetAsync).WithName("getPart")
            .WithSummary("Get a part")
            .WithDescription("Also one that was retired.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, PartExamples.Part));
        parts.MapPatch("/{partId}", UpdateAsync).WithName("updatePart").RequireScope(Scope.PricesWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a part")
            .WithDescription(
                "What is given replaces, null clears, what is absent stays. What was fitted before keeps its price. Not of a part that was retired.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(PartExamples.Patch, (200, PartExamples.Part with { UnitPrice = MoneyResponse.Of(new(7990)) }));
        parts.MapDelete("/{partId}", RetireAsync).WithName("retirePart").RequireScope(Scope.PricesWrite)
            .WithSummary("Retire a part")
            .WithDescription("Nobody lists or fits it any more, and another may have its code; what named it still does, and it can still be read.")
            .WithProblems(404, 409)
            .WithIfMatch();
    }

    private static async Task<Created<PartResponse>> CreateAsync(PartRequest body, IMediator mediator, CancellationToken ct)
    {
        var part = PartResponse.Of(await mediator.Send(new CreatePartCommand(body.ToGiven()), ct));
        return TypedResults.Created($"/v1/parts/{part.Id}", part);
    }

    private static async Task<Ok<PageResponse<PartResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [StringLength(PartDetails.MaxCodeLength, MinimumLength = 1)] string? code = null,
        [StringLength(LocalizedText.MaxLength, MinimumLength = 1)] string? name = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var filter = new PartFilter(code, name);
        var list = $"parts {filter}";
        var after = Paging.AfterId<PartKind>(list, cursor) is { } last ? new PartId(last) : (PartId?)null;
        var page = await mediator.Send(new ListPartsQuery(filter, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, part => [part.Id.ToString()], PartResponse.Of, response));
    }

    private static async Task<Ok<PartResponse>> GetAsync(WireId<PartKind> partId, IMediator mediator, CancellationToken ct)
    {
        var part = await mediator.Send(new GetPartQuery(new(partId.Value)), ct);
        return TypedResults.Ok(PartResponse.Of(part));
    }

    private static async Task<Ok<PartResponse>> UpdateAsync(
        WireId<PartKind> partId, IfMatch ifMatch, MergePatch<PartRequest> patch, IMediator mediator, CancellationToken ct)
    {
        var standing = await mediator.Send(new GetPartQuery(new(partId.Value)), ct);
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(PartRequest.Of(standing.Details));
        var part = await mediator.Send(new UpdatePartCommand(standing.Id, changed.ToGiven(), KnownVersion.Of(standing.Version)), ct);
        return TypedResults.Ok(PartResponse.Of(part));
    }

    private static async Task<NoContent> RetireAsync(WireId<PartKind> partId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetirePartCommand(new(partId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }
}
