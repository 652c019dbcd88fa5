using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Technicians;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Interventions.Appointments;

internal static class FreeSlotEndpoints
{
    private const int DefaultSlots = 10;

    public static void MapFreeSlots(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/technicians/{technicianId}/free-slots", FindAsync).WithName("findFreeSlots").WithTags("Technicians").RequireScope(Scope.Dispatch)
            .WithSummary("Find free slots of a technician")
            .WithDescription(
                "The next slots in which the technician has no appointment and that lie whole within one stretch of coverage: that of the "
                + "plan version of a ticket, or of a plan, with the closures that are announced now. Give one of the two. Where time gets "
                + "free, the first slot begins at the next quarter of an hour in Rome, and the others follow on it. The search begins at "
                + "`from`, or now where that is later or not given, and looks 60 days ahead: there may be no slot. `duration` is from a "
                + "minute to 24 hours. Who is at work is busy from the arrival until the planned end, and past it, or where there was no "
                + "appointment, past now at least.")
            .WithProblems(404, 409, 422)
            .WithExamples(null, (200, AppointmentExamples.FreeSlots));

    private static async Task<Ok<FreeSlotsResponse>> FindAsync(
        WireId<TechnicianKind> technicianId, DurationParameter duration, IMediator mediator, CancellationToken ct,
        WireId<TicketKind>? ticketId = null,
        PlanParameter? plan = null,
        InstantParameter? from = null,
        [Range(1, Paging.MaxLimit)] int limit = DefaultSlots)
    {
        var query = new FindFreeSlotsQuery(
            new(technicianId.Value), ticketId is { } ticket ? new TicketId(ticket.Value) : null, plan?.Value, duration.Value, from?.Value, limit);
        return TypedResults.Ok(FreeSlotsResponse.Of(await mediator.Send(query, ct)));
    }
}
