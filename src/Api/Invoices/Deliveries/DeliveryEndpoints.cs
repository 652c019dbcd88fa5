using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Api.Invoices.Deliveries;

/// <summary>That the exchange system refused an invoice.</summary>
internal sealed record RejectInvoiceRequest
{
    /// <summary>Of the refusal, such as `00423`.</summary>
    [StringLength(DeliveryAttempt.MaxCodeLength, MinimumLength = 1)]
    public required string Code { get; init; }

    /// <summary>In its words.</summary>
    [StringLength(DeliveryAttempt.MaxMessageLength)]
    public string? Message { get; init; }
}

internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder v1)
    {
        var invoice = v1.MapGroup("/invoices/{invoiceId}").WithTags("Invoices");
        invoice.MapGet("/fatturapa", GetFileAsync).WithName("getElectronicInvoice").RequireScope(Scope.InvoicesRead)
            .WithSummary("Get an invoice as FatturaPA")
            .WithDescription(
                "The file for the exchange system, format FPR12, after every check of the exchange system that is known: as it was sent, or as it "
                + "would be sent now. Of invoices and credit notes that were issued.")
            .WithProblems(404, 409, 422)
            .GivesFile(GivenDocuments.Xml);
        invoice.MapPost("/delivery/send", SendAsync).WithName("sendInvoice")
            .WithSummary("Say that an invoice was sent")
            .WithDescription("The file was handed to the exchange system; from then on it is kept as it was. For staff.")
            .Moves(InvoiceExamples.Sent);
        invoice.MapPost("/delivery/deliver", DeliverAsync).WithName("deliverInvoice")
            .WithSummary("Say that an invoice was delivered")
            .WithDescription("By the exchange system, or that it keeps it for the customer. For staff.")
            .Moves(InvoiceExamples.Delivered);
        invoice.MapPost("/delivery/reject", RejectAsync).WithName("rejectInvoice")
            .WithSummary("Say that an invoice was rejected")
            .WithDescription(
                "By the exchange system: to the law it is not issued until it is sent again and not rejected. Under the same number and date that is done "
                + "within five days of the answer, and `resendBy` has the last of them. Nothing is refused later, but it counts as issued late then: "
                + "rather credit all of it, and bill it again. For staff.")
            .Moves(InvoiceExamples.Rejected, DeliveryExamples.RejectRequest);
        invoice.MapPost("/delivery/retry", RetryAsync).WithName("retryInvoice")
            .WithSummary("Prepare another file of a rejected invoice")
            .WithDescription("With the same number and date, under another file name, with the customer's data and the company's settings as they are now. For staff.")
            .Moves(InvoiceExamples.Prepared);
    }

    /// <summary>The file under its name.</summary>
    /// <param name="file">As it was sent, or would be sent now.</param>
    /// <param name="version">Of its invoice; the file changes with the customer besides.</param>
    public static FileContentHttpResult Give(ElectronicInvoice file, string version)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Xml);
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes))[..SeenInvoice.FingerprintLength];
        return TypedResults.File(bytes, GivenDocuments.Xml, file.FileName, entityTag: new($"\"{version}-xml-{tag}\""));
    }

    private static void Moves(this RouteHandlerBuilder operation, InvoiceResponse after, object? request = null) => operation
        .RequireScope(Scope.InvoicesWrite)
        .WithProblems(403, 404, 409, 422)
        .WithIfMatch()
        .WithETag()
        .WithExamples(request, (200, after));

    private static async Task<FileContentHttpResult> GetFileAsync(WireId<InvoiceIdKind> invoiceId, IMediator mediator, CancellationToken ct)
    {
        var file = await mediator.Send(new GetElectronicInvoiceQuery(new(invoiceId.Value)), ct);
        return TypedResults.File(Encoding.UTF8.GetBytes(file.Xml), GivenDocuments.Xml, file.FileName);
    }

    private static Task<Ok<InvoiceResponse>> SendAsync(WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        MoveAsync(mediator, new SendInvoiceCommand(new(invoiceId.Value), ifMatch.Known), ct);

    private static Task<Ok<InvoiceResponse>> DeliverAsync(WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        MoveAsync(mediator, new DeliverInvoiceCommand(new(invoiceId.Value), ifMatch.Known), ct);

    private static Task<Ok<InvoiceResponse>> RejectAsync(
        WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, RejectInvoiceRequest body, IMediator mediator, CancellationToken ct) =>
        MoveAsync(mediator, new RejectInvoiceCommand(new(invoiceId.Value), ifMatch.Known, body.Code, body.Message), ct);

    private static Task<Ok<InvoiceResponse>> RetryAsync(WireId<InvoiceIdKind> invoiceId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        MoveAsync(mediator, new PrepareInvoiceAgainCommand(new(invoiceId.Value), ifMatch.Known), ct);

    private static async Task<Ok<InvoiceResponse>> MoveAsync(IMediator mediator, ICommand<SeenInvoice> command, CancellationToken ct) =>
        TypedResults.Ok(InvoiceResponse.Of(await mediator.Send(command, ct)));
}
