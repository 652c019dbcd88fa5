using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Tickets;

internal static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder v1)
    {
        var tickets = v1.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapPost("/", OpenAsync).WithName("openTicket")
            .WithSummary("Report something")
            .WithDescription(
                "The report is matched to the contract in force when it came, and gets its promises. Customers report by a channel that "
                + "their plan has, partner systems by `integration`, staff by any.")
            .RequireScope(Scope.TicketsWrite)
            .WithProblems(403, 404, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(TicketExamples.OpenRequest, (201, TicketExamples.Ticket));
        tickets.MapGet("/{ticketId}", GetAsync).WithName("getTicket")
            .WithSummary("Get a ticket")
            .WithDescription("With what is owed on it, as it stands now: whether a promise is missed is a matter of the clock.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, TicketExamples.Ticket));
        tickets.MapPatch("/{ticketId}", UpdateAsync).WithName("updateTicket")
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a ticket")
            .WithDescription(
                "By another urgency the promises are derived anew: what becomes looser is counted from reception, what becomes tighter or "
                + "arises from now, so that the change itself never makes one missed.")
            .RequireScope(Scope.TicketsWrite)
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(TicketExamples.UpdateRequest, (200, TicketExamples.Assigned));
        tickets.MapTicketLists();
        MapMoves(tickets.MapGroup("/{ticketId}").RequireScope(Scope.TicketsWrite));
    }

    private static void MapMoves(IEndpointRouteBuilder ticket)
    {
        ticket.MapPost("/acknowledge", (WireId<TicketKind> ticketId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new AcknowledgeTicketCommand(new(ticketId.Value), ifMatch.Known), ct))
            .WithName("acknowledgeTicket").IsMove()
            .WithSummary("Acknowledge a ticket")
            .WithDescription("A person has seen it, and says so: that keeps the promise of a response. For staff.");
        ticket.MapPost("/wait", (
                    WireId<TicketKind> ticketId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new WaitTicketCommand(new(ticketId.Value), ifMatch.Known, body.Reason), ct))
            .WithName("waitTicket").IsMove(TicketExamples.WaitRequest)
            .WithSummary("Wait for the customer")
            .WithDescription("Confirmation and presence are paused, never the response; what working time is left now is left when it goes on. For staff.");
        ticket.MapPost("/resume", (WireId<TicketKind> ticketId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new ResumeTicketCommand(new(ticketId.Value), ifMatch.Known), ct))
            .WithName("resumeTicket").IsMove()
            .WithSummary("Go on")
            .WithDescription("Waiting ends, as it does by itself when the customer writes.");
        ticket.MapPost("/resolve", (
                    WireId<TicketKind> ticketId, IfMatch ifMatch, ResolveTicketRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new ResolveTicketCommand(new(ticketId.Value), ifMatch.Known, body.Resolution), ct))
            .WithName("resolveTicket").IsMove(TicketExamples.ResolveRequest)
            .WithSummary("Resolve a ticket")
            .WithDescription("It is solved: what is still owed is withdrawn. For staff.");
        ticket.MapPost("/close", (WireId<TicketKind> ticketId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new CloseTicketCommand(new(ticketId.Value), ifMatch.Known), ct))
            .WithName("closeTicket").IsMove()
            .WithSummary("Close a ticket")
            .WithDescription("A resolved ticket is over, as far as both sides can say.");
        ticket.MapPost("/reopen", ReopenAsync)
            .WithName("reopenTicket")
            .WithSummary("Reopen a ticket")
            .WithDescription(
                "It was not solved after all: new promises start, and what came of the old ones stays. Fifteen days after it ended (a "
                + "setting) it becomes a new ticket linked to the old one: then the answer is 201 with that one.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithLocation()
            .WithExamples(TicketExamples.ReopenRequest, (200, TicketExamples.Ticket), (201, TicketExamples.Ticket));
        ticket.MapPost("/cancel", (
                    WireId<TicketKind> ticketId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new CancelTicketCommand(new(ticketId.Value), ifMatch.Known, body.Reason), ct))
            .WithName("cancelTicket").IsMove(TicketExamples.CancelRequest)
            .WithSummary("Cancel a ticket")
            .WithDescription("It is taken back: nothing is owed any more.");
        ticket.MapPost("/merge", (
                    WireId<TicketKind> ticketId, IfMatch ifMatch, MergeTicketRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new MergeTicketCommand(new(ticketId.Value), ifMatch.Known, new(body.IntoTicketId.Value)), ct))
            .WithName("mergeTicket").IsMove(TicketExamples.MergeRequest)
            .WithSummary("Merge a ticket into another")
            .WithDescription("It goes on in an open ticket of the same customer, which keeps its own promises; this one's are withdrawn. Its quotes go along. For staff.")
            .WithProblems(422);
    }

    /// <summary>What all moves have in common.</summary>
    private static RouteHandlerBuilder IsMove(this RouteHandlerBuilder operation, object? example = null) => operation
        .WithProblems(403, 404, 409)
        .WithIfMatch()
        .WithETag()
        .WithExamples(example, (200, TicketExamples.Ticket));

    private static async Task<Created<TicketResponse>> OpenAsync(OpenTicketRequest body, IMediator mediator, CancellationToken ct)
    {
        var ticket = TicketResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/tickets/{ticket.Id}", ticket);
    }

    private static async Task<Ok<TicketResponse>> GetAsync(WireId<TicketKind> ticketId, IMediator mediator, CancellationToken ct)
    {
        var ticket = await mediator.Send(new GetTicketQuery(new(ticketId.Value)), ct);
        return TypedResults.Ok(TicketResponse.Of(ticket));
    }

    private static async Task<Ok<TicketResponse>> UpdateAsync(
        WireId<TicketKind> ticketId, IfMatch ifMatch, MergePatch<UpdateTicketRequest> body, IMediator mediator, CancellationToken ct)
    {
        var id = new TicketId(ticketId.Value);
        var current = await mediator.Send(new GetTicketQuery(id), ct);
        ifMatch.Known.Require(current.Ticket.Version);

        var changed = body.ApplyTo(UpdateTicketRequest.Of(current.Ticket));
        var ticket = await mediator.Send(
            new ChangeTicketCommand(id, KnownVersion.Of(current.Ticket.Version), changed.ToReport(), changed.Assignee), ct);
        return TypedResults.Ok(TicketResponse.Of(ticket));
    }

    private static async Task<Results<Ok<TicketResponse>, Created<TicketResponse>>> ReopenAsync(
        WireId<TicketKind> ticketId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct)
    {
        var id = new TicketId(ticketId.Value);
        var ticket = TicketResponse.Of(await mediator.Send(new ReopenTicketCommand(id, ifMatch.Known, body.Reason), ct));
        return ticket.Id == id.ToString() ? TypedResults.Ok(ticket) : TypedResults.Created($"/v1/tickets/{ticket.Id}", ticket);
    }

    private static async Task<Ok<TicketResponse>> SendAsync(IMediator mediator, ICommand<TicketAt> move, CancellationToken ct) =>
        TypedResults.Ok(TicketResponse.Of(await mediator.Send(move, ct)));
}
