using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Quotes;

internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder v1)
    {
        var quotes = v1.MapGroup("/quotes").WithTags("Quotes");
        quotes.MapPost("/", CreateAsync).WithName("createQuote").RequireScope(Scope.WorkWrite)
            .WithSummary("Draft a quote")
            .WithDescription("For an open ticket, by staff alone. Nobody else sees it before it is sent.")
            .WithProblems(404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(QuoteExamples.CreateRequest, (201, QuoteExamples.Draft));
        quotes.MapGet("/", ListAsync).WithName("listQuotes").RequireScope(Scope.WorkRead)
            .WithSummary("List quotes")
            .WithDescription("As they stand now, in the order in which they were drafted. Drafts for staff alone.")
            .WithExamples(null, (200, QuoteExamples.Page));
        quotes.MapGet("/{quoteId}", GetAsync).WithName("getQuote").RequireScope(Scope.WorkRead)
            .WithSummary("Get a quote")
            .WithDescription("As it stands now. A draft for staff alone.")
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, QuoteExamples.Sent));
        quotes.MapPatch("/{quoteId}", UpdateAsync).WithName("updateQuote").RequireScope(Scope.WorkWrite)
            .AddEndpointFilter<OneTransaction>()
            .WithSummary("Change a draft")
            .WithDescription("What is given replaces, null clears, what is absent stays. By staff alone, as long as the ticket is open. What was sent does not change.")
            .WithProblems(404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(QuoteExamples.Patch, (200, QuoteExamples.Draft));
        quotes.MapDelete("/{quoteId}", DeleteAsync).WithName("deleteQuote").RequireScope(Scope.WorkWrite)
            .WithSummary("Delete a draft")
            .WithDescription("By staff alone. Its number is not given again. What was sent stays.")
            .WithProblems(404, 409)
            .WithIfMatch();
        quotes.MapPost("/{quoteId}/send", SendAsync).WithName("sendQuote").RequireScope(Scope.WorkWrite)
            .WithSummary("Send a quote")
            .WithDescription("By staff alone, up to the end of its last day and as long as the ticket is open. The customer sees it from now on, and it does not change any more.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(null, (200, QuoteExamples.Sent));
        quotes.MapPost("/{quoteId}/accept", AcceptAsync).WithName("acceptQuote").RequireScope(Scope.WorkWrite)
            .WithSummary("Accept a quote")
            .WithDescription("By the customer alone, up to the end of its last day, unless the ticket was cancelled. Work is not charged above it.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(null, (200, QuoteExamples.Accepted));
        quotes.MapPost("/{quoteId}/decline", DeclineAsync).WithName("declineQuote").RequireScope(Scope.WorkWrite)
            .WithSummary("Decline a quote")
            .WithDescription("By the customer alone, up to the end of its last day, whatever became of the ticket. It costs nothing, and is only recorded.")
            .WithProblems(404, 409)
            .WithIfMatch()
            .WithETag()
            .WithExamples(QuoteExamples.DeclineRequest, (200, QuoteExamples.Declined));
    }

    private static async Task<Created<QuoteResponse>> CreateAsync(CreateQuoteRequest body, IMediator mediator, CancellationToken ct)
    {
        var quote = QuoteResponse.Of(await mediator.Send(body.ToCommand(), ct));
        return TypedResults.Created($"/v1/quotes/{quote.Id}", quote);
    }

    private static async Task<Ok<PageResponse<QuoteResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        WireId<TicketKind>[]? ticketId = null,
        WireId<CustomerKind>[]? customerId = null,
        EnumParameter<QuoteState>[]? state = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        TicketId[] tickets = [.. (ticketId ?? []).Select(id => new TicketId(id.Value))];
        CustomerId[] customers = [.. (customerId ?? []).Select(id => new CustomerId(id.Value))];
        QuoteState[] states = [.. (state ?? []).Select(s => s.Value)];
        var list = $"quotes {string.Join(',', tickets)} {string.Join(',', customers)} {string.Join(',', states)}";
        var after = Paging.AfterId<QuoteKind>(list, cursor) is { } last ? new QuoteId(last) : (QuoteId?)null;
        var page = await mediator.Send(new ListQuotesQuery(tickets, customers, states, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, seen => [seen.Quote.Id.ToString()], QuoteResponse.Of, response));
    }

    private static async Task<Ok<QuoteResponse>> GetAsync(WireId<QuoteKind> quoteId, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new GetQuoteQuery(new(quoteId.Value)), ct));

    private static async Task<Ok<QuoteResponse>> UpdateAsync(
        WireId<QuoteKind> quoteId, IfMatch ifMatch, MergePatch<UpdateQuoteRequest> patch, IMediator mediator, CancellationToken ct)
    {
        var standing = (await mediator.Send(new GetQuoteQuery(new(quoteId.Value)), ct)).Quote;
        ifMatch.Known.Require(standing.Version);

        var changed = patch.ApplyTo(UpdateQuoteRequest.Of(standing.Terms));
        return Answer(await mediator.Send(changed.ToCommand(standing.Id, KnownVersion.Of(standing.Version)), ct));
    }

    private static async Task<NoContent> DeleteAsync(WireId<QuoteKind> quoteId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteQuoteCommand(new(quoteId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<QuoteResponse>> SendAsync(
        WireId<QuoteKind> quoteId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new SendQuoteCommand(new(quoteId.Value), ifMatch.Known), ct));

    private static async Task<Ok<QuoteResponse>> AcceptAsync(
        WireId<QuoteKind> quoteId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new AcceptQuoteCommand(new(quoteId.Value), ifMatch.Known), ct));

    private static async Task<Ok<QuoteResponse>> DeclineAsync(
        WireId<QuoteKind> quoteId, IfMatch ifMatch, DeclineQuoteRequest body, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new DeclineQuoteCommand(new(quoteId.Value), body.Reason, ifMatch.Known), ct));

    private static Ok<QuoteResponse> Answer(QuoteAt seen) => TypedResults.Ok(QuoteResponse.Of(seen));
}
