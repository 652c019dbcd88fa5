using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets.Messages;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Api.Tickets.Attachments;

internal static class AttachmentEndpoints
{
    /// <summary>A file of ten mebibytes over a slow line.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static void MapAttachments(this IEndpointRouteBuilder v1)
    {
        var settings = v1.ServiceProvider.GetRequiredService<TicketSettings>();
        var attachments = v1.MapGroup("/tickets/{ticketId}/attachments").WithTags("Attachments");
        attachments.MapPost("/", AddAsync).WithName("addAttachment")
            .WithSummary("Add a file to a ticket")
            .WithDescription("The body is the file itself, with its media type as `Content-Type`. It is kept as it came. The customer's ends waiting.")
            .RequireScope(Scope.TicketsWrite)
            .TakesFile(settings.AttachmentTypes)
            .WithMetadata(new RequestSizeLimitAttribute(settings.MaxAttachmentBytes))
            .WithProblems(403, 404, 409, 422)
            .WithETag()
            .WithLocation()
            .WithExamples(null, (201, AttachmentExamples.Attachment))
            .WithRequestTimeout(Patience);
        attachments.MapGet("/", ListAsync).WithName("listAttachments")
            .WithSummary("List the files of a ticket")
            .WithDescription("The oldest first; internal ones for staff alone.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithExamples(null, (200, AttachmentExamples.Page));
        attachments.MapGet("/{attachmentId}", GetAsync).WithName("getAttachment")
            .WithSummary("Get what is known of a file")
            .WithDescription("An internal one for staff alone.")
            .RequireScope(Scope.TicketsRead)
            .WithProblems(404)
            .WithETag()
            .WithExamples(null, (200, AttachmentExamples.Attachment));
        attachments.MapGet("/{attachmentId}/content", GetContentAsync).WithName("getAttachmentContent")
            .WithSummary("Get a file itself")
            .WithDescription("As it came, to be saved and not shown.")
            .RequireScope(Scope.TicketsRead)
            .GivesFile()
            .WithProblems(404, 412)
            .WithETag()
            .WithRequestTimeout(Patience);
    }

    private static async Task<Created<AttachmentResponse>> AddAsync(
        WireId<TicketKind> ticketId, HttpContext context, IMediator mediator,
        [StringLength(Attachment.MaxFileNameLength, MinimumLength = 1)] string fileName,
        EnumParameter<Visibility>? visibility = null)
    {
        var received = context.Features.GetRequiredFeature<ReceivedFile>();
        var file = new SentFile(NameIn(fileName), received.MediaType, visibility?.Value == Visibility.Internal);
        var attachment = AttachmentResponse.Of(await mediator.Send(
            new AddAttachmentCommand(new(ticketId.Value), received.Id, file, received.Content), context.RequestAborted));
        return TypedResults.Created($"/v1/tickets/{attachment.TicketId}/attachments/{attachment.Id}", attachment);
    }

    /// <summary>Without the path that some send with it.</summary>
    private static string NameIn(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return string.IsNullOrWhiteSpace(name) || name is "." or ".."
            ? throw new InvalidRequestException(
                "invalid_request", [Fault.InParameter("fileName", "invalid_value", "The name of a file is needed here.")])
            : name;
    }

    private static async Task<Ok<PageResponse<AttachmentResponse>>> ListAsync(
        WireId<TicketKind> ticketId, HttpResponse response, IMediator mediator, CancellationToken ct,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var list = $"attachments {ticketId}";
        var after = Paging.AfterId<AttachmentKind>(list, cursor) is { } last ? new AttachmentId(last) : (AttachmentId?)null;
        var page = await mediator.Send(new ListAttachmentsQuery(new(ticketId.Value), limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, attachment => [attachment.Id.ToString()], AttachmentResponse.Of, response));
    }

    private static async Task<Ok<AttachmentResponse>> GetAsync(
        WireId<TicketKind> ticketId, WireId<AttachmentKind> attachmentId, IMediator mediator, CancellationToken ct)
    {
        var attachment = await mediator.Send(new GetAttachmentQuery(new(ticketId.Value), new(attachmentId.Value)), ct);
        return TypedResults.Ok(AttachmentResponse.Of(attachment));
    }

    private static async Task<FileStreamHttpResult> GetContentAsync(
        WireId<TicketKind> ticketId, WireId<AttachmentKind> attachmentId, IMediator mediator, IAttachmentFiles files, CancellationToken ct)
    {
        var attachment = await mediator.Send(new GetAttachmentQuery(new(ticketId.Value), new(attachmentId.Value)), ct);
        return TypedResults.Stream(
            files.Open(attachment.Id), attachment.MediaType, attachment.FileName, attachment.At.ToDateTimeOffset(),
            new EntityTagHeaderValue($"\"{attachment.Sha256}\""));
    }
}

internal sealed class AttachmentKind : IResourceKind
{
    public static string Prefix => AttachmentId.Prefix;
}
