using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Interventions.Contests;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Api.Interventions;

internal static class InterventionMoveEndpoints
{
    private const string Late =
        " It may be told later than it happened, with `occurredAt`; told again with the same instant it changes nothing, whatever `If-Match` says. "
        + "For staff.";

    public static void MapInterventionMoves(this IEndpointRouteBuilder v1)
    {
        var intervention = v1.MapGroup("/interventions/{interventionId}").WithTags("Interventions").RequireScope(Scope.WorkWrite);
        MapAppointments(intervention);
        MapEvents(intervention);
        MapContests(intervention);
    }

    private static void MapAppointments(IEndpointRouteBuilder intervention)
    {
        intervention.MapPost("/plan", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, AppointmentRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new PlanInterventionCommand(new(interventionId.Value), ifMatch.Known, body.ToGiven()), ct))
            .WithName("planIntervention").IsMove(InterventionExamples.AppointmentRequest)
            .WithSummary("Make the appointment")
            .WithDescription("When it is to be, and by whom. Nobody can be in two places: who has an appointment then is refused, "
                + "and so is who is at work, past the planned end too, for a time that begins now. For staff.");
        intervention.MapPost("/move", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, MoveAppointmentRequest body, IMediator mediator,
                    CancellationToken ct) =>
                SendAsync(mediator, body.ToCommand(new(interventionId.Value), ifMatch.Known), ct))
            .WithName("moveAppointment").IsMove(InterventionExamples.MoveRequest)
            .WithSummary("Move the appointment")
            .WithDescription(
                "An appointment is a commitment: it is moved only because the customer asks, or for something exceptional that nobody could "
                + "foresee, with a reason. Anything else is refused. Where the customer asks for a time later than presence is owed, presence is due then. "
                + "For staff.");
        intervention.MapPost("/reassign", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, ReassignInterventionRequest body, IMediator mediator,
                    CancellationToken ct) =>
                SendAsync(
                    mediator,
                    new ReassignInterventionCommand(
                        new(interventionId.Value), ifMatch.Known, [.. body.TechnicianIds.Select(id => new TechnicianId(id.Value))]),
                    ct))
            .WithName("reassignIntervention").IsMove(InterventionExamples.ReassignRequest)
            .WithSummary("Let somebody else do it")
            .WithDescription("At the same time: that moves nothing for the customer. For staff.");
        intervention.MapPost("/cancel", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, CancelInterventionRequest body, IMediator mediator,
                    CancellationToken ct) =>
                SendAsync(mediator, new CancelInterventionCommand(new(interventionId.Value), ifMatch.Known, body.Cause, body.Reason), ct))
            .WithName("cancelIntervention").IsMove(InterventionExamples.CancelRequest)
            .WithSummary("Call an intervention off")
            .WithDescription("Where there is an appointment, only as it might be moved. What is planned is called off by itself when the ticket ends. For staff.");
    }

    private static void MapEvents(IEndpointRouteBuilder intervention)
    {
        intervention.MapPost("/travel", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, OccurrenceRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new TravelToInterventionCommand(new(interventionId.Value), ifMatch.Known, body.OccurredAt), ct))
            .WithName("travelToIntervention").IsMove(InterventionExamples.TravelRequest)
            .WithSummary("A technician sets out")
            .WithDescription("Only to one on site; it may be left out." + Late);
        intervention.MapPost("/start", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, StartInterventionRequest body, IMediator mediator,
                    CancellationToken ct) =>
                SendAsync(mediator, body.ToCommand(new(interventionId.Value), ifMatch.Known), ct))
            .WithName("startIntervention").IsMove(InterventionExamples.StartRequest)
            .WithSummary("A technician is there, or begins from remote")
            .WithDescription("That keeps the promise of presence, and ends waiting. Whoever begins is busy until it ends, and begins nowhere else before." + Late);
        intervention.MapPost("/nobody-there", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, NobodyThereRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new FindNobodyThereCommand(new(interventionId.Value), ifMatch.Known, body.OccurredAt, body.Note), ct))
            .WithName("findNobodyThere").IsMove(InterventionExamples.NobodyThereRequest)
            .WithSummary("Nobody was there")
            .WithDescription("A technician came, and the customer was not there: that counts as presence, and ends the intervention." + Late);
        intervention.MapPost("/complete", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, CompleteInterventionRequest body, IMediator mediator,
                    CancellationToken ct) =>
                SendAsync(mediator, body.ToCommand(new(interventionId.Value), ifMatch.Known), ct))
            .WithName("completeIntervention").IsMove(InterventionExamples.CompleteRequest)
            .WithSummary("The work is over")
            .WithDescription(
                "Guarantees are computed, a work report is drafted. Solved, it resolves the ticket, unless more is planned on it; not solved, a "
                + "free follow-up is created at once and heads the dispatch queue." + Late);
    }

    private static void MapContests(IEndpointRouteBuilder intervention)
    {
        intervention.MapPost("/contest", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new ContestInterventionCommand(new(interventionId.Value), ifMatch.Known, body.Reason), ct))
            .WithName("contestIntervention").IsMove(InterventionExamples.ContestRequest)
            .WithSummary("Say that it is not solved after all")
            .WithDescription("Within fifteen days of an intervention that was completed as solved, or as many as the plan says.");
        intervention.MapPost("/accept-contest", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new AcceptContestCommand(new(interventionId.Value), ifMatch.Known), ct))
            .WithName("acceptContest").IsMove()
            .WithSummary("Agree that it is not solved")
            .WithDescription("The ticket is taken up again, or that in which it goes on where it was merged, and a free follow-up is created that heads the "
                + "dispatch queue. On a ticket that was cancelled nothing follows: decline it then. For staff.");
        intervention.MapPost("/decline-contest", (
                    WireId<InterventionKind> interventionId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct) =>
                SendAsync(mediator, new DeclineContestCommand(new(interventionId.Value), ifMatch.Known, body.Reason), ct))
            .WithName("declineContest").IsMove(InterventionExamples.DeclineRequest)
            .WithSummary("Say that it is solved all the same")
            .WithDescription("In writing and with a reason, which the customer reads. For staff.");
    }

    /// <summary>What all moves have in common.</summary>
    private static RouteHandlerBuilder IsMove(this RouteHandlerBuilder operation, object? example = null) => operation
        .WithProblems(403, 404, 409, 422)
        .WithIfMatch()
        .WithETag()
        .WithExamples(example, (200, InterventionExamples.Intervention));

    private static async Task<Ok<InterventionResponse>> SendAsync(IMediator mediator, ICommand<InterventionAt> move, CancellationToken ct) =>
        TypedResults.Ok(InterventionResponse.Of(await mediator.Send(move, ct)));
}
