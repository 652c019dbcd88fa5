using MediatR;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Lists those of some files that no attachment names: what they were sent for was refused, or broke off.</summary>
public sealed record ListUnnamedFilesQuery(IReadOnlyList<AttachmentId> Among) : IRequest<IReadOnlyList<AttachmentId>>;

internal sealed class ListUnnamedFilesHandler(IAttachmentStore attachments) : IRequestHandler<ListUnnamedFilesQuery, IReadOnlyList<AttachmentId>>
{
    public async Task<IReadOnlyList<AttachmentId>> Handle(ListUnnamedFilesQuery request, CancellationToken cancellationToken) =>
        [.. request.Among.Except(await attachments.ListIdsAsync(request.Among, cancellationToken))];
}
