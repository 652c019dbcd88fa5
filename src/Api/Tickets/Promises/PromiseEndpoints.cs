using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets.Promises;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Tickets.Promises;

internal static class PromiseEndpoints
{
    public static void MapPromises(this IEndpointRouteBuilder v1)
    {
        var promises = v1.MapGroup("/tickets/{ticketId}/promises").WithTags("Promises").RequireScope(Scope.TicketsRead);
        promises.MapGet("/", ListAsync).WithName("listPromises")
            .WithSummary("List the promises of a ticket")
            .WithDescription("As they stand now, or stood or will stand at an instant if nothing more happens, with what is left in working time.")
            .WithProblems(404, 422)
            .WithExamples(null, (200, PromiseExamples.List));
        promises.MapGet("/{kind}/ledger", GetLedgerAsync).WithName("getPromiseLedger")
            .WithSummary("Explain a promise")
            .WithDescription("The latest of that kind: what has counted so far and what is to come until it is due, segment by segment.")
            .WithProblems(404, 422)
            .WithExamples(null, (200, PromiseExamples.Ledger));
    }

    private static async Task<Ok<PromiseListResponse>> ListAsync(
        WireId<TicketKind> ticketId, IMediator mediator, CancellationToken ct, InstantParameter? at = null)
    {
        var read = await mediator.Send(new ListPromisesQuery(new(ticketId.Value), at?.Value), ct);
        return TypedResults.Ok(PromiseListResponse.Of(read));
    }

    private static async Task<Ok<PromiseLedgerResponse>> GetLedgerAsync(
        WireId<TicketKind> ticketId, EnumParameter<PromiseKind> kind, IMediator mediator, CancellationToken ct, InstantParameter? at = null)
    {
        var ledger = await mediator.Send(new GetPromiseLedgerQuery(new(ticketId.Value), kind.Value, at?.Value), ct);
        return TypedResults.Ok(PromiseLedgerResponse.Of(ledger));
    }
}
