using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Api.Customers.History;

internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/customers/{customerId}/history", ListAsync).WithName("listHistory").WithTags("Customers").RequireScope(Scope.WorkRead)
            .WithSummary("List what was done for a customer")
            .WithDescription(
                "Every intervention with its work reports, voided ones too, in the order in which somebody arrived, or, where nobody did, in "
                + "which it was recorded; `from` and `to` are days in Rome, inclusive, by the same instant. As pages of JSON; or whole, without "
                + "pages, by `Accept`: as CSV, with a row for each work report and one for each intervention that has none, in which what a "
                + "spreadsheet could take for a formula begins with an apostrophe; or as a line of JSON for each entry. Drafts for staff alone.")
            .WithProblems(404)
            .GivesExports()
            .WithExamples(null, (200, HistoryExamples.Page));

    private static async Task<Results<Ok<PageResponse<HistoryEntryResponse>>, PushStreamHttpResult>> ListAsync(
        WireId<CustomerKind> customerId, HttpContext context, IMediator mediator, CancellationToken ct,
        WireId<SiteKind>? siteId = null,
        DateParameter? from = null,
        DateParameter? to = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var asked = new AskedHistory(
            new(customerId.Value), siteId is { } site ? new SiteId(site.Value) : null, from?.Value, to?.Value);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var type = GivenDocuments.BestFor(context.Request);
        if (type == GivenDocuments.Json)
        {
            var list = $"history {customerId} {siteId} {from} {to}";
            var page = await mediator.Send(new ListHistoryQuery(asked, limit, Paging.Decode(list, cursor, ToPlace)), ct);
            return TypedResults.Ok(page.ToResponse(list, KeyOf, HistoryEntryResponse.Of, context.Response));
        }

        var entries = await mediator.Send(new ExportHistoryQuery(asked), ct);
        return HistoryExport.Entries.Give(entries, type, ct);
    }

    private static string[] KeyOf(HistoryEntry entry) => [WireTime.Format(entry.Place.At), entry.Id.ToString()];

    private static HistoryPlace? ToPlace(string[] key) =>
        key is [var at, var id] && WireTime.TryParse(at, out NodaTime.Instant instant) && WireId<InterventionKind>.TryParse(id, null, out var last)
            ? new HistoryPlace(instant, new(last.Value))
            : null;
}
