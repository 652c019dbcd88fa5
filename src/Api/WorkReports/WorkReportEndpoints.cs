using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Http;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Documents;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Api.WorkReports;

internal static class WorkReportEndpoints
{
    public static void MapWorkReports(this IEndpointRouteBuilder v1)
    {
        var reports = v1.MapGroup("/work-reports").WithTags("Work reports");
        reports.MapGet("/", ListAsync).WithName("listWorkReports").RequireScope(Scope.WorkRead)
            .WithSummary("List work reports")
            .WithDescription("In the order in which they were drafted; drafts for staff alone.")
            .WithExamples(null, (200, WorkReportExamples.Page));
        reports.MapGet("/{workReportId}", GetAsync).WithName("getWorkReport").RequireScope(Scope.WorkRead)
            .WithSummary("Get a work report")
            .WithDescription(
                "As JSON, as HTML for the screen and the printer, or as PDF, by `Accept`; documents in Italian or English by "
                + "`Accept-Language`. All say the same. A draft, for staff alone, says what it would say if it were issued now.")
            .WithProblems(404, 409)
            .WithETag()
            .GivesDocuments()
            .WithExamples(null, (200, WorkReportExamples.Report));
        reports.MapGet("/{workReportId}/verification", VerifyAsync).WithName("verifyWorkReport").RequireScope(Scope.WorkRead)
            .WithSummary("Verify a work report")
            .WithDescription(
                "Hashes what was issued anew and compares it with the hash that was stored then, and with the one in the query if there is one. "
                + "`text` is what is hashed, in UTF-8: anybody can do it again.")
            .WithProblems(404, 409)
            .WithExamples(null, (200, WorkReportExamples.Verification));
        reports.MapPost("/{workReportId}/issue", IssueAsync).WithName("issueWorkReport").RequireScope(Scope.WorkWrite)
            .NeedsIdempotencyKey()
            .WithSummary("Issue a work report")
            .WithDescription(
                "It gets its number, without gaps in its year, and never changes from then on. Not while the customer has a part to decide "
                + "about, nor above a quote that the customer accepted. `If-Match` is for what the draft says, too: what changed since it was read is "
                + "read again first. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(null, (200, WorkReportExamples.Report));
        reports.MapPost("/{workReportId}/void", VoidAsync).WithName("voidWorkReport").RequireScope(Scope.WorkWrite)
            .WithSummary("Void a work report")
            .WithDescription("It has a mistake and does not count any more. Another is drafted in its place, which `replacedByWorkReportId` names, and the intervention can be corrected. For staff.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(WorkReportExamples.VoidRequest, (200, WorkReportExamples.Voided));
        reports.MapPost("/{workReportId}/acknowledge", AcknowledgeAsync).WithName("acknowledgeWorkReport").RequireScope(Scope.WorkWrite)
            .WithSummary("Acknowledge a work report")
            .WithDescription("The customer has seen it: by name, and with a drawn signature if there is one. That agrees to nothing else.")
            .WithProblems(403, 404, 409, 422)
            .WithIfMatch()
            .WithETag()
            .WithExamples(WorkReportExamples.AcknowledgeRequest, (200, WorkReportExamples.Acknowledged));
    }

    private static async Task<Ok<PageResponse<WorkReportSummaryResponse>>> ListAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        WireId<CustomerKind>? customerId = null,
        WireId<TicketKind>? ticketId = null,
        WireId<InterventionKind>? interventionId = null,
        EnumParameter<WorkReportStatus>[]? status = null,
        [StringLength(20, MinimumLength = 1)] string? number = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        WorkReportStatus[] statuses = [.. (status ?? []).Select(s => s.Value)];
        var list = $"work reports {customerId} {ticketId} {interventionId} {string.Join(',', statuses)} {number}";
        var after = Paging.AfterId<WorkReportKind>(list, cursor) is { } last ? new WorkReportId(last) : (WorkReportId?)null;
        var filter = new WorkReportFilter(
            customerId is { } customer ? new CustomerId(customer.Value) : null,
            ticketId is { } ticket ? new TicketId(ticket.Value) : null,
            interventionId is { } intervention ? new InterventionId(intervention.Value) : null,
            statuses, number, WithDrafts: false);
        var page = await mediator.Send(new ListWorkReportsQuery(filter, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, report => [report.Id.ToString()], WorkReportSummaryResponse.Of, response));
    }

    private static async Task<Results<Ok<WorkReportResponse>, FileContentHttpResult>> GetAsync(
        WireId<WorkReportKind> workReportId, HttpContext context, IMediator mediator, IDocumentWriter writer, CancellationToken ct)
    {
        var seen = await mediator.Send(new GetWorkReportQuery(new(workReportId.Value)), ct);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var type = GivenDocuments.BestFor(context.Request);
        if (type == GivenDocuments.Json)
            return TypedResults.Ok(WorkReportResponse.Of(seen));

        return writer.Give(
            type, language => ReportPageComposer.Compose(DocumentOf(seen), language), seen.Content.Number?.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{seen.Report.Version}.{seen.Fingerprint}"), context);
    }

    private static async Task<Ok<VerificationResponse>> VerifyAsync(
        WireId<WorkReportKind> workReportId, IMediator mediator, CancellationToken ct,
        [StringLength(64, MinimumLength = 64)] string? sha256 = null) =>
        TypedResults.Ok(VerificationResponse.Of(await mediator.Send(new VerifyWorkReportQuery(new(workReportId.Value), sha256), ct)));

    private static Task<Ok<WorkReportResponse>> IssueAsync(
        WireId<WorkReportKind> workReportId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, new IssueWorkReportCommand(new(workReportId.Value), ifMatch.Known), ct);

    private static Task<Ok<WorkReportResponse>> VoidAsync(
        WireId<WorkReportKind> workReportId, IfMatch ifMatch, ReasonRequest body, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, new VoidWorkReportCommand(new(workReportId.Value), ifMatch.Known, body.Reason), ct);

    private static Task<Ok<WorkReportResponse>> AcknowledgeAsync(
        WireId<WorkReportKind> workReportId, IfMatch ifMatch, AcknowledgeWorkReportRequest body, IMediator mediator, CancellationToken ct) =>
        SendAsync(mediator, body.ToCommand(new(workReportId.Value), ifMatch.Known), ct);

    private static async Task<Ok<WorkReportResponse>> SendAsync(IMediator mediator, ICommand<SeenWorkReport> command, CancellationToken ct) =>
        TypedResults.Ok(WorkReportResponse.Of(await mediator.Send(command, ct)));

    private static ReportDocument DocumentOf(SeenWorkReport seen)
    {
        var (report, content, _) = seen;
        return new(
            content, report.Issued?.Sha256,
            report.Status switch
            {
                WorkReportStatus.Draft => ReportMark.Draft,
                WorkReportStatus.Issued => ReportMark.Issued,
                _ => ReportMark.Voided,
            },
            report.Voided?.Reason,
            report.Acknowledgement is { } seenBy ? new(seenBy.Name, seenBy.At, seenBy.Signature?.Png.ToArray()) : null);
    }
}

internal sealed class WorkReportKind : IResourceKind
{
    public static string Prefix => WorkReportId.Prefix;
}
