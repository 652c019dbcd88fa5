using MediatR;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Whether an attachment came of a file that was sent: it may have been refused, or have broken off.</summary>
public sealed record IsAttachmentKeptQuery(AttachmentId Id) : IRequest<bool>;

internal sealed class IsAttachmentKeptHandler(IAttachmentStore attachments) : IRequestHandler<IsAttachmentKeptQuery, bool>
{
    public Task<bool> Handle(IsAttachmentKeptQuery request, CancellationToken cancellationToken) =>
        attachments.ExistsAsync(request.Id, cancellationToken);
}
