using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Api.Tickets.Confirmations;

internal static class ConfirmationEndpoints
{
    public static void MapConfirmations(this IEndpointRouteBuilder v1)
    {
        var ticket = v1.MapGroup("/tickets/{ticketId}").WithTags("Confirmations");
        ticket.MapPost("/confirmation", ConfirmAsync).WithName("confirmTicket")
            .WithSummary("Confirm a ticket")
            .WithDescription(
                "The written answer: what was found, how and when we act, how long it takes, what it costs or that the plan pays. It keeps "
                + "the promises of a confirmation and of a response. A start later than the presence that is owed has to be said openly. "
                + "A later one may follow; each is kept as it was sent. For staff.")
            .RequireScope(Scope.TicketsWrite)
            .WithProblems(403, 404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(ConfirmationExamples.ConfirmRequest, (201, ConfirmationExamples.Confirmation));
        ticket.MapGet("/confirmations", ListAsync).WithName("listConfirmations")
            .WithSummary("List the confirmations of a ticket")
            .WithDescription("The oldest first.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithExamples(null, (200, ConfirmationExamples.Page));
        ticket.MapGet("/confirmations/{confirmationId}", GetAsync).WithName("getConfirmation")
            .WithSummary("Get a confirmation of a ticket")
            .WithDescription("As it was sent.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ConfirmationExamples.Confirmation));
    }

    private static async Task<Created<ConfirmationResponse>> ConfirmAsync(
        WireId<TicketKind> ticketId, ConfirmTicketRequest body, IMediator mediator, CancellationToken ct)
    {
        var confirmation = ConfirmationResponse.Of(await mediator.Send(body.ToCommand(new(ticketId.Value)), ct));
        return TypedResults.Created($"/v1/tickets/{confirmation.TicketId}/confirmations/{confirmation.Id}", confirmation);
    }

    private static async Task<Ok<PageResponse<ConfirmationResponse>>> ListAsync(
        WireId<TicketKind> ticketId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"confirmations {ticketId}";
        var after = Paging.AfterId<ConfirmationKind>(list, cursor) is { } last ? new ConfirmationId(last) : (ConfirmationId?)null;
        var page = await mediator.Send(new ListConfirmationsQuery(new(ticketId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, confirmation => [confirmation.Id.ToString()], ConfirmationResponse.Of, response));
    }

    private static async Task<Ok<ConfirmationResponse>> GetAsync(
        WireId<TicketKind> ticketId, WireId<ConfirmationKind> confirmationId, IMediator mediator, CancellationToken ct)
    {
        var confirmation = await mediator.Send(new GetConfirmationQuery(new(ticketId.Value), new(confirmationId.Value)), ct);
        return TypedResults.Ok(ConfirmationResponse.Of(confirmation));
    }
}

internal sealed class ConfirmationKind : IResourceKind
{
    public static string Prefix => ConfirmationId.Prefix;
}
