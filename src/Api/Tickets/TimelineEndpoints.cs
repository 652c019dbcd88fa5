using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Events;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tickets;

internal static class TimelineEndpoints
{
    public static void MapTimeline(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/tickets/{ticketId}/timeline").WithTags("Tickets").MapGet("/", ListAsync).WithName("listTimeline")
            .WithSummary("List what happened to a ticket")
            .WithDescription("All of it, in order: who, when, what, before and after. Internal lines for staff alone.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithExamples(null, (200, TicketExamples.Timeline));

    private static async Task<Ok<PageResponse<EventResponse>>> ListAsync(
        WireId<TicketKind> ticketId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"timeline {ticketId}";
        var after = Paging.Decode(list, cursor, long? (key) => key is [var text] && long.TryParse(text, out var sequence) ? sequence : null);
        var page = await mediator.Send(new ListTimelineQuery(new(ticketId.Value), limit, after ?? 0), ct);
        return TypedResults.Ok(page.ToResponse(list, line => [$"{line.Sequence}"], EventResponse.Of, response));
    }
}
