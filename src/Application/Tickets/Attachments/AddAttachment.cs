using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;

namespace MisterAssist.Application.Tickets.Attachments;

/// <summary>Adds to a ticket a file whose content is kept already.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Id">Under which the content is kept.</param>
/// <param name="File">What was sent.</param>
/// <param name="Content">What was kept.</param>
public sealed record AddAttachmentCommand(TicketId TicketId, AttachmentId Id, SentFile File, StoredContent Content) : ICommand<Attachment>;

/// <summary>A file as its sender describes it.</summary>
public sealed record SentFile(string FileName, string MediaType, bool IsInternal);

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachmentCommand>
{
    public AddAttachmentValidator() => RuleFor(c => c.File.FileName).NotEmpty().MaximumLength(Attachment.MaxFileNameLength);
}

internal sealed class AddAttachmentHandler(TicketDesk desk, IAttachmentStore attachments) : IRequestHandler<AddAttachmentCommand, Attachment>
{
    public async Task<Attachment> Handle(AddAttachmentCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.TicketId, cancellationToken);
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);
        if (request.Content.Size == 0)
            throw TicketErrors.AttachmentEmpty();

        var (file, content) = (request.File, request.Content);
        var attachment = new Attachment(
            request.Id, ticket.Id, on.At, on.Actor, file.FileName, file.MediaType, content.Size, content.Sha256, file.IsInternal);
        ticket.Take(attachment, on.ClockOf);

        await attachments.AddAsync(attachment, cancellationToken);
        await desk.SaveAsync(ticket, on, cancellationToken);
        return attachment;
    }
}
