using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Interventions.Guarantees;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Technicians;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Guarantees;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Interventions;

internal static class InterventionEndpoints
{
    public static void MapInterventions(this IEndpointRouteBuilder v1)
    {
        var interventions = v1.MapGroup("/interventions").WithTags("Interventions");
        interventions.MapPost("/", CreateAsync).WithName("createIntervention").RequireScope(Scope.WorkWrite)
            .WithSummary("Plan an intervention")
            .WithDescription(
                "Something is to be done about an open ticket: on site or from remote, by appointment or as soon as somebody is free. The answer "
                + "says before the work whether the plan pays for it. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(InterventionExamples.CreateRequest, (201, InterventionExamples.Intervention));
        interventions.MapGet("/", ListAsync).WithName("listInterventions").RequireScope(Scope.WorkRead)
            .WithSummary("List interventions")
            .WithDescription("In the order in which they were created.")
            .WithExamples(null, (200, InterventionExamples.Page));
        interventions.MapGet("/{interventionId}", GetAsync).WithName("getIntervention").RequireScope(Scope.WorkRead)
            .WithSummary("Get an intervention")
            .WithDescription("As it stands.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, InterventionExamples.Intervention));
        interventions.MapPatch("/{interventionId}", UpdateAsync).WithName("updateIntervention").RequireScope(Scope.WorkWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Correct an intervention")
            .WithDescription(
                "How it is to be done, what was done, who worked when, and whether it mends an error of our own, as long as no work report stands on it. The "
                + "guarantees are computed anew. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(InterventionExamples.UpdateRequest, (200, InterventionExamples.Intervention));
        interventions.MapGet("/{interventionId}/guarantees", GetGuaranteesAsync).WithName("getGuarantees").RequireScope(Scope.WorkRead)
            .WithSummary("Get the guarantees of an intervention")
            .WithDescription(
                "Those that it triggered, with what was missed and by how much. Before it has ended: those that it would trigger as things "
                + "stand, and where nobody has arrived yet, if somebody did now.")
            .WithProblems(404)
            .WithExamples(null, (200, InterventionExamples.Guarantees));
    }

    private static async Task<Created<InterventionResponse>> CreateAsync(CreateInterventionRequest body, IMediator mediator, CancellationToken ct)
    {
        var intervention = InterventionResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/interventions/{intervention.Id}", intervention);
    }

    private static async Task<Ok<PageResponse<InterventionResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        WireId<TicketKind>? ticketId = null,
        WireId<CustomerKind>? customerId = null,
        WireId<TechnicianKind>? technicianId = null,
        EnumParameter<InterventionStatus>[]? status = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        InterventionStatus[] statuses = [.. (status ?? []).Select(s => s.Value)];
        var list = $"interventions {ticketId} {customerId} {technicianId} {string.Join(',', statuses)}";
        var after = Paging.AfterId<InterventionKind>(list, cursor) is { } last ? new InterventionId(last) : (InterventionId?)null;
        var filter = new InterventionFilter(
            ticketId is { } ticket ? new TicketId(ticket.Value) : null,
            customerId is { } customer ? new CustomerId(customer.Value) : null,
            technicianId is { } technician ? new TechnicianId(technician.Value) : null,
            statuses);
        var page = await mediator.Send(new ListInterventionsQuery(filter, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, seen => [seen.Intervention.Id.ToString()], InterventionResponse.Of, response));
    }

    private static async Task<Ok<InterventionResponse>> GetAsync(
        WireId<InterventionKind> interventionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(InterventionResponse.Of(await mediator.Send(new GetInterventionQuery(new(interventionId.Value)), ct)));

    private static async Task<Ok<InterventionResponse>> UpdateAsync(
        WireId<InterventionKind> interventionId, IfMatch ifMatch, MergePatch<UpdateInterventionRequest> body, IMediator mediator,
        CancellationToken ct)
    {
        var id = new InterventionId(interventionId.Value);
        var (current, _) = await mediator.Send(new GetInterventionQuery(id), ct);
        ifMatch.Known.Require(current.Version);

        var changed = body.ApplyTo(UpdateInterventionRequest.Of(current));
        return TypedResults.Ok(InterventionResponse.Of(await mediator.Send(changed.ToCommand(id, KnownVersion.Of(current.Version)), ct)));
    }

    private static async Task<Ok<GuaranteesResponse>> GetGuaranteesAsync(
        WireId<InterventionKind> interventionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(GuaranteesResponse.Of(await mediator.Send(new GetGuaranteesQuery(new(interventionId.Value)), ct)));
}

internal sealed class InterventionKind : IResourceKind
{
    public static string Prefix => InterventionId.Prefix;
}
