using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Invoices.Deliveries;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Documents;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Api.Invoices;

internal static class InvoiceEndpoints
{
    public static void MapInvoices(this IEndpointRouteBuilder v1)
    {
        var invoices = v1.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapGet("/", ListAsync).WithName("listInvoices").RequireScope(Scope.InvoicesRead)
            .WithSummary("List invoices")
            .WithDescription("With credit notes and statements, in the order in which they were drafted; drafts for staff alone.")
            .WithExamples(null, (200, InvoiceExamples.Page));
        invoices.MapGet("/{invoiceId}", GetAsync).WithName("getInvoice").RequireScope(Scope.InvoicesRead)
            .WithSummary("Get an invoice")
            .WithDescription(
                "As JSON, as HTML for the screen and the printer, or as PDF, by `Accept`; documents in Italian or English by `Accept-Language`. All say "
                + "the same, and documents also what the work reports say. As XML it is the file for the exchange system, which drafts and statements do "
                + "not have. A draft, for staff alone, says what it would say if it were issued now.")
            .WithProblems(404, 409, 422)
            .WithETag()
            .GivesDocuments(GivenDocuments.Xml)
            .WithExamples(null, (200, InvoiceExamples.Issued));
        invoices.MapGet("/{invoiceId}/verification", VerifyAsync).WithName("verifyInvoice").RequireScope(Scope.InvoicesRead)
            .WithSummary("Verify an invoice")
            .WithDescription(
                "Hashes what was issued anew and compares it with the hash that was stored then, and with the one in the query if there is one. "
                + "`text` is what is hashed, in UTF-8: anybody can do it again.")
            .WithProblems(404, 409)
            .WithExamples(null, (200, InvoiceExamples.Verification));
        invoices.MapGet("/{invoiceId}/lines/{lineNumber}/provenance", GetProvenanceAsync).WithName("getProvenance").RequireScope(Scope.InvoicesRead)
            .WithSummary("Tell where a line of an invoice comes from")
            .WithDescription("The work report or the contract, and, for the discount of a guarantee, what was missed and by how much.")
            .WithProblems(404)
            .WithExamples(null, (200, InvoiceExamples.Provenance));
        invoices.MapPost("/{invoiceId}/issue", IssueAsync).WithName("issueInvoice").RequireScope(Scope.InvoicesWrite)
            .NeedsIdempotencyKey()
            .WithSummary("Issue an invoice")
            .WithDescription(
                "It gets its number, without gaps in its year, and the date of today in Rome, and never changes from then on. `If-Match` is for what "
                + "the draft says, too: what changed since it was read is read again first. What the exchange system would refuse is refused before it "
                + "takes a number, with every reason and the lines; statements do not go there. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(null, (200, InvoiceExamples.Issued));
        invoices.MapDelete("/{invoiceId}", DiscardAsync).WithName("discardInvoice").RequireScope(Scope.InvoicesWrite)
            .WithSummary("Discard a draft")
            .WithDescription("What it was to bill is open again, for the next billing run. For staff.")
            .WithProblems(403, 404, 409)
            .WithIfMatch();
        invoices.MapPost("/{invoiceId}/credit-notes", CreditAsync).WithName("creditInvoice").RequireScope(Scope.InvoicesWrite)
            .NeedsIdempotencyKey()
            .WithSummary("Credit an invoice")
            .WithDescription(
                "Whole, or lines of it: a credit note is issued at once, or a statement where the lines come to nothing. What is credited can be billed again. "
                + "What belongs together goes together: an item and its discount, a fee and what is given back of it on the same invoice. A fee of which a credit "
                + "note gives days back is not credited before that is taken back. All of an invoice whose last file was "
                + "rejected is credited among ourselves, since to the law it was never issued: the credit note has no file, and the invoice is not sent "
                + "again. A credit note that billing made is taken back whole, by an invoice. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithLocation()
            .WithExamples(InvoiceExamples.CreditRequest, (201, InvoiceExamples.CreditNote));
        MapPayments(invoices);
    }

    private static void MapPayments(IEndpointRouteBuilder invoices)
    {
        invoices.MapPost("/{invoiceId}/payments", TakePaymentAsync).WithName("takePayment").RequireScope(Scope.InvoicesWrite)
            .NeedsIdempotencyKey()
            .WithSummary("Record a payment")
            .WithDescription("All that is open, or a part. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(InvoiceExamples.PaymentRequest, (200, InvoiceExamples.Paid));
        invoices.MapPost("/{invoiceId}/payments/{paymentNumber}/reverse", ReversePaymentAsync).WithName("reversePayment")
            .RequireScope(Scope.InvoicesWrite)
            .WithSummary("Reverse a payment")
            .WithDescription("It was none, or was recorded wrongly: it stays on record, and does not count. For staff.")
            .WithProblems(403, 404)
            .WithIfMatch()
            .WithETag()
            .WithExamples(InvoiceExamples.ReverseRequest, (200, InvoiceExamples.Issued));
    }

    private static async Task<Ok<PageResponse<InvoiceSummaryResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        WireId<CustomerKind>? customerId = null,
        MonthParameter? month = null,
        EnumParameter<InvoiceKind>[]? kind = null,
        EnumParameter<InvoiceStatus>[]? status = null,
        EnumParameter<DeliveryState>[]? delivery = null,
        bool? overdue = null,
        bool? resendOverdue = null,
        [StringLength(20, MinimumLength = 1)] string? number = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var filter = new InvoiceFilter(
            customerId is { } customer ? new CustomerId(customer.Value) : null,
            month?.Value,
            [.. (kind ?? []).Select(wanted => wanted.Value)],
            [.. (status ?? []).Select(wanted => wanted.Value)],
            [.. (delivery ?? []).Select(wanted => wanted.Value)],
            number, OverdueOn: null, ResendOverdueOn: null, WithDrafts: false);
        var list =
            $"invoices {customerId} {filter.Month} {string.Join(',', filter.Kinds)} {string.Join(',', filter.Statuses)} "
            + $"{string.Join(',', filter.Deliveries)} {overdue} {resendOverdue} {number}";
        var after = Paging.AfterId<InvoiceIdKind>(list, cursor) is { } last ? new InvoiceId(last) : (InvoiceId?)null;
        var found = await mediator.Send(new ListInvoicesQuery(filter, overdue ?? false, resendOverdue ?? false, limit, after), ct);
        return TypedResults.Ok(found.Page.ToResponse(
            list, invoice => [invoice.Id.ToString()], invoice => InvoiceSummaryResponse.Of(invoice, found.Today), response));
    }

    private static async Task<Results<Ok<InvoiceResponse>, FileContentHttpResult>> GetAsync(
        WireId<InvoiceIdKind> invoiceId, HttpContext context, IMediator mediator, IDocumentWriter writer, CancellationToken ct)
    {
        var id = new InvoiceId(invoiceId.Value);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var type = GivenDocuments.BestFor(context.Request);
        if (type is GivenDocuments.Html or GivenDocuments.Pdf)
        {
            var document = await mediator.Send(new GetInvoiceDocumentQuery(id), ct);
            return writer.Give(
                type, language => InvoicePageComposer.Compose(document, language), document.Seen.Content.Number?.ToString(), VersionOf(document.Seen),
                context);
        }

        var seen = await mediator.Send(new GetInvoiceQuery(id), ct);
        if (type == GivenDocuments.Json)
            return TypedResults.Ok(InvoiceResponse.Of(seen));

        var file = await mediator.Send(new GetElectronicInvoiceQuery(id), ct);
        return DeliveryEndpoints.Give(file, VersionOf(seen));
    }

    private static async Task<Ok<InvoiceVerificationResponse>> VerifyAsync(
        WireId<InvoiceIdKind> invoiceId, IMediator mediator, CancellationToken ct, [StringLength(64, MinimumLength = 64)] string? sha256 = null) =>
        TypedResults.Ok(InvoiceVerificationResponse.Of(await mediator.Send(new VerifyInvoiceQuery(new(invoiceId.Value), sha256), ct)));

    private static async Task<Ok<ProvenanceResponse>> GetProvenanceAsync(
        WireId<InvoiceIdKind> invoiceId, [Range(1, InvoiceResponse.MostLines)] int lineNumber, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(ProvenanceResponse.Of(await mediator.Send(new GetProvenanceQuery(new(invoiceId.Value), lineNumber), ct)));

    /// <summary>As an <c>ETag</c> begins: with the number, and what changes under it.</summary>
    private static string VersionOf(SeenInvoice seen) => string.Create(CultureInfo.InvariantCulture, $"{seen.Invoice.Version}.{seen.Moment}");

    private static Task<Ok<InvoiceResponse>> IssueAsync(
        WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, new IssueInvoiceCommand(new(invoiceId.Value), ifMatch.Known), ct);

    private static async Task<NoContent> DiscardAsync(WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardInvoiceCommand(new(invoiceId.Value), ifMatch.Known), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Created<InvoiceResponse>> CreditAsync(
        WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, CreditInvoiceRequest body, IMediator mediator, CancellationToken ct)
    {
        var note = InvoiceResponse.Of(await mediator.Send(body.ToCommand(new(invoiceId.Value), ifMatch.Known), ct));
        return TypedResults.Created($"/v1/invoices/{note.Id}", note);
    }

    private static Task<Ok<InvoiceResponse>> TakePaymentAsync(
        WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, TakePaymentRequest body, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, body.ToCommand(new(invoiceId.Value), ifMatch.Known), ct);

    private static Task<Ok<InvoiceResponse>> ReversePaymentAsync(
        WireId<InvoiceIdKind> invoiceId, [Range(1, int.MaxValue)] int paymentNumber, IfMatch ifMatch, ReasonRequest body, IMediator mediator,
        CancellationToken ct) =>
        SendAsync(mediator, new ReversePaymentCommand(new(invoiceId.Value), ifMatch.Known, paymentNumber, body.Reason), ct);

    private static async Task<Ok<InvoiceResponse>> SendAsync(IMediator mediator, ICommand<SeenInvoice> command, CancellationToken ct) =>
        TypedResults.Ok(InvoiceResponse.Of(await mediator.Send(command, ct)));
}

internal sealed class InvoiceIdKind : IResourceKind
{
    public static string Prefix => InvoiceId.Prefix;
}
