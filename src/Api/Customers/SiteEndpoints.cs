using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Api.Customers;

internal static class SiteEndpoints
{
    public static void MapSites(this IEndpointRouteBuilder customers)
    {
        var sites = customers.MapGroup("/{customerId}/sites");
        sites.MapPost("/", AddAsync).WithName("addSite").RequireScope(Scope.CustomersWrite)
            .WithSummary("Add a site")
            .WithDescription("A place of the customer's where work is done.")
            .WithProblems(404, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(SiteExamples.Request, (201, SiteExamples.Site));
        sites.MapGet("/", ListAsync).WithName("listSites").RequireScope(Scope.CustomersRead)
            .WithSummary("List the sites of a customer")
            .WithDescription("In the order in which they were added, without those that were removed.")
            .WithProblems(404)
            .WithExamples(null, (200, SiteExamples.Page));
        sites.MapGet("/{siteId}", GetAsync).WithName("getSite").RequireScope(Scope.CustomersRead)
            .WithSummary("Get a site")
            .WithDescription("One that was not removed.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, SiteExamples.Site));
        sites.MapPatch("/{siteId}", UpdateAsync).WithName("updateSite").RequireScope(Scope.CustomersWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a site")
            .WithDescription("What is given replaces, null clears, what is absent stays.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(SiteExamples.Patch, (200, SiteExamples.Site));
        sites.MapDelete("/{siteId}", RemoveAsync).WithName("removeSite").RequireScope(Scope.CustomersWrite)
            .WithSummary("Remove a site")
            .WithDescription("Nobody finds it any more; what named it still does. Not while contacts are at it.")
            .WithProblems(404, 409)
            .WithIfMatch();
    }

    private static async Task<Created<SiteResponse>> AddAsync(
        WireId<CustomerKind> customerId, SiteRequest body, IMediator mediator, CancellationToken ct)
    {
        var site = SiteResponse.Of(await mediator.Send(new AddSiteCommand(new(customerId.Value), body.ToGiven()), ct));
        return TypedResults.Created($"/v1/customers/{customerId}/sites/{site.Id}", site);
    }

    private static async Task<Ok<PageResponse<SiteResponse>>> ListAsync(
        WireId<CustomerKind> customerId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"sites {customerId}";
        var after = Paging.AfterId<SiteKind>(list, cursor) is { } last ? new SiteId(last) : (SiteId?)null;
        var page = await mediator.Send(new ListSitesQuery(new(customerId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, site => [site.Id.ToString()], SiteResponse.Of, response));
    }

    private static async Task<Ok<SiteResponse>> GetAsync(
        WireId<CustomerKind> customerId, WireId<SiteKind> siteId, IMediator mediator, CancellationToken ct)
    {
        var site = await mediator.Send(new GetSiteQuery(new(customerId.Value), new(siteId.Value)), ct);
        return TypedResults.Ok(SiteResponse.Of(site));
    }

    private static async Task<Ok<SiteResponse>> UpdateAsync(
        WireId<CustomerKind> customerId, WireId<SiteKind> siteId, IfMatch ifMatch, MergePatch<SiteRequest> patch, IMediator mediator,
        CancellationToken ct)
    {
        var standing = await mediator.Send(new GetSiteQuery(new(customerId.Value), new(siteId.Value)), ct);
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(SiteRequest.Of(standing.Details));
        var site = await mediator.Send(
            new UpdateSiteCommand(standing.Customer, standing.Id, changed.ToGiven(), KnownVersion.Of(standing.Version)), ct);
        return TypedResults.Ok(SiteResponse.Of(site));
    }

    private static async Task<NoContent> RemoveAsync(
        WireId<CustomerKind> customerId, WireId<SiteKind> siteId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSiteCommand(new(customerId.Value), new(siteId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }
}
