using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Api.Customers;

internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder v1)
    {
        var customers = v1.MapGroup("/customers").WithTags("Customers");
        customers.MapPost("/", CreateAsync).WithName("createCustomer").RequireScope(Scope.CustomersWrite)
            .WithSummary("Create a customer")
            .WithDescription("Numbers are checked for their form and check digit. Not for a key that sees only some customers: it would not see this one.")
            .WithProblems(422)
            .WithETag()
            .WithLocation()
            .WithExamples(CustomerExamples.Request, (201, CustomerExamples.Customer));
        customers.MapGet("/", ListAsync).WithName("listCustomers").RequireScope(Scope.CustomersRead)
            .WithSummary("List customers")
            .WithDescription("In the order in which they were taken on. Filters narrow it down together.")
            .WithExamples(null, (200, CustomerExamples.Page));
        customers.MapGet("/{customerId}", GetAsync).WithName("getCustomer").RequireScope(Scope.CustomersRead)
            .WithSummary("Get a customer")
            .WithDescription("One that the key may see.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, CustomerExamples.Customer));
        customers.MapPatch("/{customerId}", UpdateAsync).WithName("updateCustomer").RequireScope(Scope.CustomersWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a customer")
            .WithDescription("What is given replaces, null clears, what is absent stays. The whole that comes out is checked as a new one is.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(CustomerExamples.Patch, (200, CustomerExamples.Customer));
        customers.MapSites();
        customers.MapContacts();
        customers.MapConsents();
    }

    private static async Task<Created<CustomerResponse>> CreateAsync(CustomerRequest body, IMediator mediator, CancellationToken ct)
    {
        var customer = CustomerResponse.Of(await mediator.Send(new CreateCustomerCommand(body.ToGiven()), ct));
        return TypedResults.Created($"/v1/customers/{customer.Id}", customer);
    }

    private static async Task<Ok<PageResponse<CustomerResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        EnumParameter<PartyKind>? kind = null,
        [StringLength(CustomerDetails.MaxNameLength, MinimumLength = 1)] string? name = null,
        [StringLength(GivenCustomer.MaxNumberLength, MinimumLength = 1)] string? vatNumber = null,
        [StringLength(GivenCustomer.MaxNumberLength, MinimumLength = 1)] string? taxCode = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var filter = new CustomerFilter(kind?.Value, name, vatNumber, taxCode);
        var list = $"customers {filter}";
        var after = Paging.AfterId<CustomerKind>(list, cursor) is { } last ? new CustomerId(last) : (CustomerId?)null;
        var page = await mediator.Send(new ListCustomersQuery(filter, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, customer => [customer.Id.ToString()], CustomerResponse.Of, response));
    }

    private static async Task<Ok<CustomerResponse>> GetAsync(WireId<CustomerKind> customerId, IMediator mediator, CancellationToken ct)
    {
        var customer = await mediator.Send(new GetCustomerQuery(new(customerId.Value)), ct);
        return TypedResults.Ok(CustomerResponse.Of(customer));
    }

    private static async Task<Ok<CustomerResponse>> UpdateAsync(
        WireId<CustomerKind> customerId, IfMatch ifMatch, MergePatch<CustomerRequest> patch, IMediator mediator, CancellationToken ct)
    {
        var standing = await mediator.Send(new GetCustomerQuery(new(customerId.Value)), ct);
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(CustomerRequest.Of(standing.Details));
        var customer = await mediator.Send(
            new UpdateCustomerCommand(standing.Id, changed.ToGiven(), KnownVersion.Of(standing.Version)), ct);
        return TypedResults.Ok(CustomerResponse.Of(customer));
    }
}
