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

internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder customers)
    {
        var contacts = customers.MapGroup("/{customerId}/contacts");
        contacts.MapPost("/", AddAsync).WithName("addContact").RequireScope(Scope.CustomersWrite)
            .WithSummary("Add a contact")
            .WithDescription("A person to talk to at the customer's, at one of its sites or none in particular.")
            .WithProblems(404, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(ContactExamples.Request, (201, ContactExamples.Contact));
        contacts.MapGet("/", ListAsync).WithName("listContacts").RequireScope(Scope.CustomersRead)
            .WithSummary("List the contacts of a customer")
            .WithDescription("In the order in which they were added, without those that were removed.")
            .WithProblems(404)
            .WithExamples(null, (200, ContactExamples.Page));
        contacts.MapGet("/{contactId}", GetAsync).WithName("getContact").RequireScope(Scope.CustomersRead)
            .WithSummary("Get a contact")
            .WithDescription("One that was not removed.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, ContactExamples.Contact));
        contacts.MapPatch("/{contactId}", UpdateAsync).WithName("updateContact").RequireScope(Scope.CustomersWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a contact")
            .WithDescription("What is given replaces, null clears, what is absent stays.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(ContactExamples.Patch, (200, ContactExamples.Contact));
        contacts.MapDelete("/{contactId}", RemoveAsync).WithName("removeContact").RequireScope(Scope.CustomersWrite)
            .WithSummary("Remove a contact")
            .WithDescription("Nobody finds them any more; what named them still does.")
            .WithProblems(404, 409)
            .WithIfMatch();
    }

    private static async Task<Created<ContactResponse>> AddAsync(
        WireId<CustomerKind> customerId, ContactRequest body, IMediator mediator, CancellationToken ct)
    {
        var contact = ContactResponse.Of(await mediator.Send(new AddContactCommand(new(customerId.Value), body.ToGiven()), ct));
        return TypedResults.Created($"/v1/customers/{customerId}/contacts/{contact.Id}", contact);
    }

    private static async Task<Ok<PageResponse<ContactResponse>>> ListAsync(
        WireId<CustomerKind> customerId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"contacts {customerId}";
        var after = Paging.AfterId<ContactKind>(list, cursor) is { } last ? new ContactId(last) : (ContactId?)null;
        var page = await mediator.Send(new ListContactsQuery(new(customerId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, contact => [contact.Id.ToString()], ContactResponse.Of, response));
    }

    private static async Task<Ok<ContactResponse>> GetAsync(
        WireId<CustomerKind> customerId, WireId<ContactKind> contactId, IMediator mediator, CancellationToken ct)
    {
        var contact = await mediator.Send(new GetContactQuery(new(customerId.Value), new(contactId.Value)), ct);
        return TypedResults.Ok(ContactResponse.Of(contact));
    }

    private static async Task<Ok<ContactResponse>> UpdateAsync(
        WireId<CustomerKind> customerId, WireId<ContactKind> contactId, IfMatch ifMatch, MergePatch<ContactRequest> patch, IMediator mediator,
        CancellationToken ct)
    {
        var standing = await mediator.Send(new GetContactQuery(new(customerId.Value), new(contactId.Value)), ct);
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(ContactRequest.Of(standing.Details));
        var contact = await mediator.Send(
            new UpdateContactCommand(standing.Customer, standing.Id, changed.ToGiven(), KnownVersion.Of(standing.Version)), ct);
        return TypedResults.Ok(ContactResponse.Of(contact));
    }

    private static async Task<NoContent> RemoveAsync(
        WireId<CustomerKind> customerId, WireId<ContactKind> contactId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveContactCommand(new(customerId.Value), new(contactId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }
}
