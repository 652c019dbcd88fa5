using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Contracts;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Contracts;

internal static class ContractEndpoints
{
    public static void MapContracts(this IEndpointRouteBuilder v1)
    {
        var contracts = v1.MapGroup("/contracts").WithTags("Contracts");
        contracts.MapPost("/", CreateAsync).WithName("createContract").RequireScope(Scope.ContractsWrite)
            .WithSummary("Conclude a contract")
            .WithDescription("A customer has one contract in force at a time; another that would be in force beside it is refused.")
            .WithProblems(404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(ContractExamples.CreateRequest, (201, ContractExamples.Contract));
        contracts.MapGet("/", ListAsync).WithName("listContracts").RequireScope(Scope.ContractsRead)
            .WithSummary("List contracts")
            .WithDescription("As they stand now, or at the instant `at`, in the order in which they were recorded.")
            .WithExamples(null, (200, ContractExamples.Page));
        contracts.MapGet("/{contractId}", GetAsync).WithName("getContract").RequireScope(Scope.ContractsRead)
            .WithSummary("Get a contract")
            .WithDescription("As it stands now.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ContractExamples.Contract));
        contracts.MapPost("/{contractId}/renew", RenewAsync).WithName("renewContract").RequireScope(Scope.ContractsWrite)
            .WithSummary("Renew a contract")
            .WithDescription(
                "It lasts longer, by whole months counted from its first day, so that no end of a month is lost on the way. Not once it is over.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(ContractExamples.RenewRequest, (200, ContractExamples.Renewed));
        contracts.MapPost("/{contractId}/terminate", TerminateAsync).WithName("terminateContract").RequireScope(Scope.ContractsWrite)
            .WithSummary("Terminate a contract")
            .WithDescription("It ends before its last day, and for good. Changes of plan that were to come do not.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(ContractExamples.TerminateRequest, (200, ContractExamples.Terminated));
        contracts.MapPost("/{contractId}/change-plan", ChangePlanAsync).WithName("changeContractPlan").RequireScope(Scope.ContractsWrite)
            .WithSummary("Change the plan of a contract")
            .WithDescription("From now on, or from the midnight with which a later day begins in Rome. What was agreed for later days stays.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(ContractExamples.ChangePlanRequest, (200, ContractExamples.Changed));
    }

    private static async Task<Created<ContractResponse>> CreateAsync(CreateContractRequest body, IMediator mediator, CancellationToken ct)
    {
        var contract = ContractResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/contracts/{contract.Id}", contract);
    }

    private static async Task<Ok<PageResponse<ContractResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        WireId<CustomerKind>[]? customerId = null,
        PlanParameter[]? plan = null,
        EnumParameter<ContractState>[]? state = null,
        InstantParameter? at = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        CustomerId[] customers = [.. (customerId ?? []).Select(id => new CustomerId(id.Value))];
        PlanCode[] plans = [.. (plan ?? []).Select(code => code.Value)];
        ContractState[] states = [.. (state ?? []).Select(s => s.Value)];
        var list = $"contracts {string.Join(',', customers)} {string.Join(',', plans)} {string.Join(',', states)} {at?.Value}";
        var after = Paging.AfterId<ContractKind>(list, cursor) is { } last ? new ContractId(last) : (ContractId?)null;
        var query = new ListContractsQuery(customers, plans, states, at?.Value, limit, after);
        var page = await mediator.Send(query, ct);
        return TypedResults.Ok(page.ToResponse(list, seen => [seen.Contract.Id.ToString()], ContractResponse.Of, response));
    }

    private static async Task<Ok<ContractResponse>> GetAsync(WireId<ContractKind> contractId, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new GetContractQuery(new(contractId.Value)), ct));

    private static async Task<Ok<ContractResponse>> RenewAsync(
        WireId<ContractKind> contractId, IfMatch ifMatch, RenewContractRequest body, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(body.ToCommand(new(contractId.Value), ifMatch.Known), ct));

    private static async Task<Ok<ContractResponse>> TerminateAsync(
        WireId<ContractKind> contractId, IfMatch ifMatch, TerminateContractRequest body, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(body.ToCommand(new(contractId.Value), ifMatch.Known), ct));

    private static async Task<Ok<ContractResponse>> ChangePlanAsync(
        WireId<ContractKind> contractId, IfMatch ifMatch, ChangeContractPlanRequest body, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(body.ToCommand(new(contractId.Value), ifMatch.Known), ct));

    private static Ok<ContractResponse> Answer(ContractAt seen) => TypedResults.Ok(ContractResponse.Of(seen));
}
