using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Events;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Events;

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/events").WithTags("Events").MapGet("/", ListAsync).WithName("listEvents")
            .RequireScope(Scope.EventsRead)
            .WithSummary("Read the event log")
            .WithDescription(
                "Every change of a contract, ticket or promise, for ever. Begin with `after=0`; give `nextAfter` as `after` the next time, "
                + "at once while the answer has a `Link` to the next page, and after a while otherwise: no event is missed and none comes "
                + "twice, since a later number is never seen before an earlier one. With a filter a page may be empty and yet have a next "
                + "one. Events that only staff may see are left out for others.")
            .WithExamples(null, (200, EventExamples.Page));

    private static async Task<Ok<EventLogResponse>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(typeof(long), "0", EventResponse.MaxSequence)] long after = 0,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        EventTypeParameter[]? type = null,
        WireId<CustomerKind>? customerId = null,
        WireId<TicketKind>? ticketId = null)
    {
        var query = new ListEventsQuery(
            after,
            limit,
            [.. (type ?? []).Select(t => t.Value)],
            customerId is { } customer ? new CustomerId(customer.Value) : null,
            ticketId is { } ticket ? new TicketId(ticket.Value) : null);
        var page = await mediator.Send(query, ct);
        if (page.HasMore)
            response.Headers.Link = LinkAfter(response.HttpContext.Request, page.NextAfter);
        return TypedResults.Ok(new EventLogResponse { Data = [.. page.Items.Select(EventResponse.Of)], NextAfter = page.NextAfter });
    }

    private static string LinkAfter(HttpRequest request, long after)
    {
        var query = QueryString.Create(request.Query.Where(p => p.Key != "after")).Add("after", after.ToString(CultureInfo.InvariantCulture));
        return $"<{request.PathBase}{request.Path}{query}>; rel=\"next\"";
    }
}
