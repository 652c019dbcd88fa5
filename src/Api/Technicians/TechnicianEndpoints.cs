using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Api.Technicians;

internal static class TechnicianEndpoints
{
    private const string ListName = "technicians";

    public static void MapTechnicians(this IEndpointRouteBuilder v1)
    {
        var technicians = v1.MapGroup("/technicians").WithTags("Technicians");
        technicians.MapPost("/", CreateAsync).WithName("createTechnician").RequireScope(Scope.Dispatch)
            .WithSummary("Create a technician")
            .WithDescription("Somebody who can be planned from now on.")
            .WithETag()
            .WithLocation()
            .WithExamples(TechnicianExamples.Request, (201, TechnicianExamples.Technician));
        technicians.MapGet("/", ListAsync).WithName("listTechnicians").RequireScope(Scope.WorkRead)
            .WithSummary("List the technicians")
            .WithDescription("In the order in which they were taken on, without those who have left. E-mail addresses are for staff alone.")
            .WithExamples(null, (200, TechnicianExamples.Page));
        technicians.MapGet("/{technicianId}", GetAsync).WithName("getTechnician").RequireScope(Scope.WorkRead)
            .WithSummary("Get a technician")
            .WithDescription("Also one who has left. The e-mail address is for staff alone.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, TechnicianExamples.Technician));
        technicians.MapPatch("/{technicianId}", UpdateAsync).WithName("updateTechnician").RequireScope(Scope.Dispatch)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a technician")
            .WithDescription("What is given replaces, null clears, what is absent stays. Not of one who has left.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(TechnicianExamples.Patch, (200, TechnicianExamples.Technician));
        technicians.MapDelete("/{technicianId}", RetireAsync).WithName("retireTechnician").RequireScope(Scope.Dispatch)
            .WithSummary("Retire a technician")
            .WithDescription("They have left: nobody lists or plans them any more; what named them still does, and they can still be read.")
            .WithProblems(404, 409)
            .WithIfMatch();
    }

    private static async Task<Created<TechnicianResponse>> CreateAsync(TechnicianRequest body, IMediator mediator, CancellationToken ct)
    {
        var technician = TechnicianResponse.Of(await mediator.Send(new CreateTechnicianCommand(body.ToGiven()), ct));
        return TypedResults.Created($"/v1/technicians/{technician.Id}", technician);
    }

    private static async Task<Ok<PageResponse<TechnicianResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var after = Paging.AfterId<TechnicianKind>(ListName, cursor) is { } last ? new TechnicianId(last) : (TechnicianId?)null;
        var page = await mediator.Send(new ListTechniciansQuery(limit, after), ct);
        return TypedResults.Ok(page.ToResponse(ListName, technician => [technician.Id.ToString()], TechnicianResponse.Of, response));
    }

    private static async Task<Ok<TechnicianResponse>> GetAsync(
        WireId<TechnicianKind> technicianId, IMediator mediator, CancellationToken ct)
    {
        var technician = await mediator.Send(new GetTechnicianQuery(new(technicianId.Value)), ct);
        return TypedResults.Ok(TechnicianResponse.Of(technician));
    }

    private static async Task<Ok<TechnicianResponse>> UpdateAsync(
        WireId<TechnicianKind> technicianId, IfMatch ifMatch, MergePatch<TechnicianRequest> patch, IMediator mediator, CancellationToken ct)
    {
        // Only staff can have the scope, so what stands is seen whole.
        var standing = await mediator.Send(new GetTechnicianQuery(new(technicianId.Value)), ct);
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(TechnicianRequest.Of(standing));
        var technician = await mediator.Send(
            new UpdateTechnicianCommand(standing.Id, changed.ToGiven(), KnownVersion.Of(standing.Version)), ct);
        return TypedResults.Ok(TechnicianResponse.Of(technician));
    }

    private static async Task<NoContent> RetireAsync(
        WireId<TechnicianKind> technicianId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetireTechnicianCommand(new(technicianId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }
}
