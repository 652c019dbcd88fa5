using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Api.Customers;

internal static class ConsentEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder customers)
    {
        var consents = customers.MapGroup("/{customerId}/consents");
        consents.MapPost("/", RecordAsync).WithName("recordConsent").RequireScope(Scope.CustomersWrite)
            .WithSummary("Record a consent")
            .WithDescription("What the customer consented to, by which text, and when. It is kept for good.")
            .WithProblems(404, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(ConsentExamples.RecordRequest, (201, ConsentExamples.Consent));
        consents.MapGet("/", ListAsync).WithName("listConsents").RequireScope(Scope.CustomersRead)
            .WithSummary("List the consents of a customer")
            .WithDescription("All that were ever given, withdrawn ones too, in the order in which they were recorded.")
            .WithProblems(404)
            .WithExamples(null, (200, ConsentExamples.Page));
        consents.MapGet("/{consentId}", GetAsync).WithName("getConsent").RequireScope(Scope.CustomersRead)
            .WithSummary("Get a consent")
            .WithDescription("Withdrawn or not.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ConsentExamples.Consent));
        consents.MapPost("/{consentId}/withdraw", WithdrawAsync).WithName("withdrawConsent").RequireScope(Scope.CustomersWrite)
            .WithSummary("Withdraw a consent")
            .WithDescription("Records that the customer took it back. A later change of mind is a new consent.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(ConsentExamples.WithdrawRequest, (200, ConsentExamples.Withdrawn));
    }

    private static async Task<Created<ConsentResponse>> RecordAsync(
        WireId<CustomerKind> customerId, RecordConsentRequest body, IMediator mediator, CancellationToken ct)
    {
        var consent = ConsentResponse.Of(await mediator.Send(body.ToCommand(new(customerId.Value)), ct));
        return TypedResults.Created($"/v1/customers/{customerId}/consents/{consent.Id}", consent);
    }

    private static async Task<Ok<PageResponse<ConsentResponse>>> ListAsync(
        WireId<CustomerKind> customerId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"consents {customerId}";
        var after = Paging.AfterId<ConsentResource>(list, cursor) is { } last ? new ConsentId(last) : (ConsentId?)null;
        var page = await mediator.Send(new ListConsentsQuery(new(customerId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, consent => [consent.Id.ToString()], ConsentResponse.Of, response));
    }

    private static async Task<Ok<ConsentResponse>> GetAsync(
        WireId<CustomerKind> customerId, WireId<ConsentResource> consentId, IMediator mediator, CancellationToken ct)
    {
        var consent = await mediator.Send(new GetConsentQuery(new(customerId.Value), new(consentId.Value)), ct);
        return TypedResults.Ok(ConsentResponse.Of(consent));
    }

    private static async Task<Ok<ConsentResponse>> WithdrawAsync(
        WireId<CustomerKind> customerId, WireId<ConsentResource> consentId, IfMatch ifMatch, WithdrawConsentRequest body, IMediator mediator,
        CancellationToken ct)
    {
        var consent = await mediator.Send(body.ToCommand(new(customerId.Value), new(consentId.Value), ifMatch.Known), ct);
        return TypedResults.Ok(ConsentResponse.Of(consent));
    }
}
