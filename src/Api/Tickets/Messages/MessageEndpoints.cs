using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Api.Tickets.Messages;

internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder v1)
    {
        var messages = v1.MapGroup("/tickets/{ticketId}/messages").WithTags("Messages");
        messages.MapPost("/", WriteAsync).WithName("writeMessage")
            .WithSummary("Write on a ticket")
            .WithDescription(
                "The first public message of staff answers the customer. The customer's own ends waiting, and restarts nothing on a ticket "
                + "that is over; but where that was merged, or ended too long ago to be reopened, it is written on the ticket in which it goes "
                + "on, a new one if need be, and `ticketId` tells which.")
            .RequireScope(Scope.TicketsWrite)
            .WithProblems(403, 404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(MessageExamples.WriteRequest, (201, MessageExamples.Message));
        messages.MapGet("/", ListAsync).WithName("listMessages")
            .WithSummary("List the messages of a ticket")
            .WithDescription("The oldest first; internal ones for staff alone.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithExamples(null, (200, MessageExamples.Page));
        messages.MapGet("/{messageId}", GetAsync).WithName("getMessage")
            .WithSummary("Get a message of a ticket")
            .WithDescription("An internal one for staff alone.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, MessageExamples.Message));
    }

    private static async Task<Created<MessageResponse>> WriteAsync(
        WireId<TicketKind> ticketId, WriteMessageRequest body, IMediator mediator, CancellationToken ct)
    {
        var message = MessageResponse.Of(await mediator.Send(body.ToCommand(new(ticketId.Value)), ct));
        return TypedResults.Created($"/v1/tickets/{message.TicketId}/messages/{message.Id}", message);
    }

    private static async Task<Ok<PageResponse<MessageResponse>>> ListAsync(
        WireId<TicketKind> ticketId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"messages {ticketId}";
        var after = Paging.AfterId<MessageKind>(list, cursor) is { } last ? new MessageId(last) : (MessageId?)null;
        var page = await mediator.Send(new ListMessagesQuery(new(ticketId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, message => [message.Id.ToString()], MessageResponse.Of, response));
    }

    private static async Task<Ok<MessageResponse>> GetAsync(
        WireId<TicketKind> ticketId, WireId<MessageKind> messageId, IMediator mediator, CancellationToken ct)
    {
        var message = await mediator.Send(new GetMessageQuery(new(ticketId.Value), new(messageId.Value)), ct);
        return TypedResults.Ok(MessageResponse.Of(message));
    }
}

internal sealed class MessageKind : IResourceKind
{
    public static string Prefix => MessageId.Prefix;
}
