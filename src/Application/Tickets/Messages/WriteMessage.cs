using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tickets.Messages;

/// <summary>Writes on a ticket. On one that ended too long ago to be reopened, a public message opens a new ticket linked to it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Body">The text.</param>
/// <param name="IsInternal">Whether only staff may read it.</param>
/// <param name="IsAutomatic">Whether a machine wrote it.</param>
public sealed record WriteMessageCommand(TicketId TicketId, string Body, bool IsInternal, bool IsAutomatic) : ICommand<Message>;

internal sealed class WriteMessageValidator : AbstractValidator<WriteMessageCommand>
{
    public WriteMessageValidator() => RuleFor(c => c.Body).NotEmpty().MaximumLength(Message.MaxLength);
}

internal sealed class WriteMessageHandler(TicketDesk desk, TicketIntake intake, ITicketStore tickets, IMessageStore messages)
    : IRequestHandler<WriteMessageCommand, Message>
{
    public async Task<Message> Handle(WriteMessageCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.TicketId, cancellationToken);
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);
        if (!request.IsInternal && intake.HasLapsed(ticket, on.At))
        {
            var taken = await intake.TakeUpAgainAsync(ticket, request.Body, on, cancellationToken);
            ticket = (await tickets.FindAsync(taken.Ticket.Id, Domain.ApiKeys.CustomerReach.All, cancellationToken))!;
            on = await desk.OccasionAsync(taken.Ticket, cancellationToken);
        }

        var message = new Message(MessageId.New(on.At), ticket.Id, on.At, on.Actor, request.Body, request.IsInternal, request.IsAutomatic);
        ticket.Take(message, on.ClockOf);

        await messages.AddAsync(message, cancellationToken);
        await desk.SaveAsync(ticket, on, cancellationToken);
        return message;
    }
}
