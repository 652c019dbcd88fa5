using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>The lists of tickets: all of them, and open work in the order in which it is to be done.</summary>
internal static class TicketListEndpoints
{
    public static void MapTicketLists(this IEndpointRouteBuilder tickets) =>
        tickets.MapGet("/", Bound(ListAsync)).WithName("listTickets")
            .WithSummary("List tickets")
            .WithDescription("Filters that are repeated mean any of their values; different filters must all apply.")
            .RequireScope(Scope.TicketsRead)
            .WithExamples(null, (200, TicketExamples.Page));

    public static void MapDispatchQueue(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/dispatch-queue", Bound(ListQueueAsync)).WithName("listDispatchQueue").WithTags("Tickets")
            .WithSummary("List open work, what comes first coming first")
            .WithDescription(
                "Urgent before normal; then contract customers before others, higher plans first; then the nearest deadline; then the oldest.")
            .RequireScope(Scope.Dispatch)
            .WithExamples(null, (200, TicketExamples.Page));

    /// <summary>Keeps a handler from the generator of bindings, which takes the lists among the filters for required.</summary>
    private static Delegate Bound(Delegate handler) => handler;

    private static async Task<Ok<PageResponse<TicketSummaryResponse>>> ListAsync(
        [AsParameters] TicketFilterParameters filter, HttpResponse response, IMediator mediator, CancellationToken ct,
        TicketSort? sort = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var order = sort?.Order ?? TicketOrder.NewestFirst;
        var list = $"tickets {order} {filter.Words}";
        var after = Paging.Decode(list, cursor, ToPlace);
        var found = await mediator.Send(new ListTicketsQuery(filter.ToFilter(), order, after, limit), ct);
        return TypedResults.Ok(found.Page.ToResponse(list, ticket => KeyOf(ticket, order), ticket => TicketSummaryResponse.Of(ticket, found.At), response));
    }

    private static async Task<Ok<PageResponse<TicketSummaryResponse>>> ListQueueAsync(
        [AsParameters] TicketFilterParameters filter, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"queue {filter.Words}";
        var after = Paging.Decode(list, cursor, ToQueuePlace);
        var found = await mediator.Send(new ListDispatchQueueQuery(filter.ToFilter(), after, limit), ct);
        return TypedResults.Ok(found.Page.ToResponse(list, QueueKeyOf, ticket => TicketSummaryResponse.Of(ticket, found.At), response));
    }

    private static string[] KeyOf(TicketSummary ticket, TicketOrder order) =>
        [Text(order == TicketOrder.DueFirst ? ticket.DueAt : ticket.ReceivedAt), ticket.Id.ToString()];

    private static TicketPlace? ToPlace(string[] key) =>
        key is [var at, var id] && TryRead(at, out var instant) && WireId<TicketKind>.TryParse(id, null, out var ticketId)
            ? new TicketPlace(instant, new(ticketId.Value))
            : null;

    private static string[] QueueKeyOf(TicketSummary ticket)
    {
        var place = ticket.QueuePlace;
        return [$"{place.Rank}", $"{place.Precedence}", Text(place.DueAt), Text(place.ReceivedAt), place.Id.ToString()];
    }

    private static QueuePlace? ToQueuePlace(string[] key) =>
        key is [var rank, var precedence, var dueAt, var receivedAt, var id]
        && int.TryParse(rank, out var rankRead)
        && int.TryParse(precedence, out var precedenceRead)
        && TryRead(dueAt, out var due)
        && WireTime.TryParse(receivedAt, out Instant received)
        && WireId<TicketKind>.TryParse(id, null, out var ticketId)
            ? new QueuePlace(rankRead, precedenceRead, due, received, new(ticketId.Value))
            : null;

    private static string Text(Instant? at) => at is { } instant ? WireTime.Format(instant) : "";

    private static bool TryRead(string text, out Instant? at)
    {
        at = null;
        if (text.Length == 0)
            return true;

        var read = WireTime.TryParse(text, out Instant instant);
        at = instant;
        return read;
    }
}
