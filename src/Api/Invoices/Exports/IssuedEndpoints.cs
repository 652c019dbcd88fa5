using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Invoices.Exports;

internal static class IssuedEndpoints
{
    private const string InOrder =
        "By date of issue and number; `from` and `to` are dates of issue, inclusive. Drafts have none, and are left out. What a credit note says is "
        + "given back: in a sum it counts the other way round. As pages of JSON; or whole, without pages, by `Accept`: as CSV with ";

    private const string OrAsLines =
        ", in which what a spreadsheet could take for a formula begins with an apostrophe, amounts below zero do not; or as a line of JSON for each.";

    public static void MapIssuedInvoices(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/issued-invoices", ListAsync).WithName("listIssuedInvoices").WithTags("Invoices").RequireScope(Scope.InvoicesRead)
            .WithSummary("List what was issued in a period")
            .WithDescription($"Invoices, credit notes and statements. {InOrder}a row for each, whose last column has VAT by rate as `22% 638.75 140.53; N2.1 50.00 0.00`{OrAsLines}")
            .GivesExports()
            .WithExamples(null, (200, IssuedExamples.Invoices));
        v1.MapGet("/issued-invoice-lines", ListLinesAsync).WithName("listIssuedInvoiceLines").WithTags("Invoices").RequireScope(Scope.InvoicesRead)
            .WithSummary("List the lines of what was issued in a period")
            .WithDescription($"Of invoices, credit notes and statements, each with where it comes from. {InOrder}a row for each line{OrAsLines}")
            .GivesExports()
            .WithExamples(null, (200, IssuedExamples.Lines));
    }

    private static async Task<Results<Ok<PageResponse<IssuedInvoiceResponse>>, PushStreamHttpResult>> ListAsync(
        HttpContext context, IMediator mediator, CancellationToken ct,
        WireId<CustomerKind>? customerId = null,
        DateParameter? from = null,
        DateParameter? to = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var (asked, list) = Asked("issued invoices", customerId, from, to);
        if (TypeFor(context) is var type && type != GivenDocuments.Json)
            return IssuedExport.Invoices.Give(await mediator.Send(new ExportIssuedInvoicesQuery(asked), ct), type, ct);

        var page = await mediator.Send(new ListIssuedInvoicesQuery(asked, limit, Paging.Decode(list, cursor, ToPlace)), ct);
        return TypedResults.Ok(page.ToResponse(list, invoice => KeyOf(invoice.Place), IssuedInvoiceResponse.Of, context.Response));
    }

    private static async Task<Results<Ok<PageResponse<IssuedLineResponse>>, PushStreamHttpResult>> ListLinesAsync(
        HttpContext context, IMediator mediator, CancellationToken ct,
        WireId<CustomerKind>? customerId = null,
        DateParameter? from = null,
        DateParameter? to = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var (asked, list) = Asked("issued lines", customerId, from, to);
        if (TypeFor(context) is var type && type != GivenDocuments.Json)
            return IssuedExport.Lines.Give(await mediator.Send(new ExportIssuedLinesQuery(asked), ct), type, ct);

        var page = await mediator.Send(new ListIssuedLinesQuery(asked, limit, Paging.Decode(list, cursor, ToLinePlace)), ct);
        return TypedResults.Ok(page.ToResponse(list, KeyOf, IssuedLineResponse.Of, context.Response));
    }

    private static (AskedPeriod Asked, string List) Asked(string list, WireId<CustomerKind>? customer, DateParameter? from, DateParameter? to) =>
        (new(customer is { } id ? new CustomerId(id.Value) : null, from?.Value, to?.Value), $"{list} {customer} {from} {to}");

    private static string TypeFor(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return GivenDocuments.BestFor(context.Request);
    }

    private static string[] KeyOf(InvoicePlace place) => [LocalDatePattern.Iso.Format(place.IssuedOn), place.Number];

    private static string[] KeyOf(IssuedLine line) => [.. KeyOf(line.Place.Invoice), line.Line.Number.ToString(CultureInfo.InvariantCulture)];

    private static InvoicePlace? ToPlace(string[] key) =>
        key is [var on, var number] && WireTime.TryParse(on, out LocalDate date) ? new InvoicePlace(date, number) : null;

    private static LinePlace? ToLinePlace(string[] key) =>
        key is [.. var invoice, var line] && ToPlace(invoice) is { } place && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LinePlace(place, number)
            : null;
}
