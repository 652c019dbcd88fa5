using MediatR;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Api.Tickets.Attachments;

/// <summary>A file that was sent with this request, and is kept already.</summary>
internal sealed record ReceivedFile(AttachmentId Id, string MediaType, StoredContent Content);

/// <summary>Keeps a file before all else is done: no transaction, and so no other writer, waits for a slow line or for the disk.</summary>
/// <remarks>What no attachment came of, for whatever reason, is discarded.</remarks>
internal sealed class Intake(RequestDelegate next, IAttachmentFiles files, IClock clock)
{
    public static bool IsMeantBy(HttpContext context) => FileOperations.TakenBy(context.GetEndpoint()) is not null;

    public async Task InvokeAsync(HttpContext context, IMediator mediator)
    {
        var type = FileOperations.TakenBy(context.GetEndpoint())!.Of(context.Request);
        var ticket = WireId<TicketKind>.Parse(context.GetRouteValue("ticketId")!.ToString()!, null);
        await mediator.Send(new CheckAttachmentQuery(new(ticket.Value)), context.RequestAborted);

        var id = AttachmentId.New(clock.GetCurrentInstant());
        var content = await files.WriteAsync(id, context.Request.Body, context.RequestAborted);
        context.Features.Set(new ReceivedFile(id, type, content));
        var mayComeToBe = false;
        try
        {
            await next(context);
        }
        catch (OutcomeUnknownException)
        {
            mayComeToBe = true;
            throw;
        }
        finally
        {
            // The store alone knows: what failed after the commit has happened.
            if (!mayComeToBe && !await mediator.Send(new IsAttachmentKeptQuery(id), CancellationToken.None))
                files.Discard(id);
        }
    }
}
