using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Prices;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Prices;

/// <remarks>Whoever has a key may read all prices: none is hidden.</remarks>
internal static class PriceEndpoints
{
    private const string ListName = "price-lists";

    public static void MapPrices(this IEndpointRouteBuilder v1)
    {
        var lists = v1.MapGroup("/price-lists").WithTags("Prices");
        lists.MapPost("/", PublishAsync).WithName("publishPriceList")
            .WithSummary("Publish a price list")
            .WithDescription("The prices of all plans from a day on. What was priced before stays as it was priced. A contract never costs more than Standard.")
            .RequireScope(Scope.PricesWrite)
            .WithProblems(409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(PriceExamples.PublishRequest, (201, PriceExamples.List));
        lists.MapGet("/", ListAsync).WithName("listPriceLists")
            .WithSummary("List the price lists")
            .WithDescription("The newest first, those included that will hold later.")
            .WithExamples(null, (200, PriceExamples.Page));
        lists.MapGet("/{priceListId}", GetAsync).WithName("getPriceList")
            .WithSummary("Get a price list")
            .WithDescription("Whether it held, holds or will hold.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, PriceExamples.List));
        v1.MapGet("/plans/{planCode}/prices", GetOfPlanAsync).WithTags("Prices").WithName("getPlanPrices")
            .WithSummary("Get the prices of a plan")
            .WithDescription("Those that hold today, or held or will hold on a day.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, PriceExamples.InForce));
    }

    private static async Task<Created<PriceListResponse>> PublishAsync(PublishPriceListRequest body, IMediator mediator, CancellationToken ct)
    {
        var list = PriceListResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/price-lists/{list.Id}", list);
    }

    private static async Task<Ok<PageResponse<PriceListResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var before = Paging.Decode(ListName, cursor, ToNumber) ?? int.MaxValue;
        var page = await mediator.Send(new ListPriceListsQuery(limit, before), ct);
        return TypedResults.Ok(page.ToResponse(ListName, list => [$"{list.Number}"], PriceListResponse.Of, response));
    }

    private static async Task<Ok<PriceListResponse>> GetAsync(WireId<PriceListKind> priceListId, IMediator mediator, CancellationToken ct)
    {
        var list = await mediator.Send(new GetPriceListQuery(new(priceListId.Value)), ct);
        return TypedResults.Ok(PriceListResponse.Of(list));
    }

    private static async Task<Ok<PricesInForceResponse>> GetOfPlanAsync(
        [StringLength(PlanCode.MaxLength)] string planCode, IMediator mediator, CancellationToken ct, DateParameter? on = null)
    {
        var found = await mediator.Send(new GetPlanPricesQuery(new(planCode), on?.Value), ct);
        return TypedResults.Ok(PricesInForceResponse.Of(found));
    }

    private static int? ToNumber(string[] key) => key is [var text] && int.TryParse(text, out var number) ? number : null;
}
