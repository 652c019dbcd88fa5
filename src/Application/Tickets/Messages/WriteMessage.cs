using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tickets.Messages;

/// <summary>Writes on a ticket. What the customer or a partner writes on one that goes on in another is written there.</summary>
/// <remarks>One goes on in another when it was merged; and when it ended too long ago to be reopened: then in a new one, linked to it.</remarks>
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
        while (on.Actor.Kind != ActorKind.Staff && await NextOfAsync(ticket, request.Body, on, cancellationToken) is { } next)
        {
            ticket = await desk.GetAsync(next, cancellationToken);
            on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);
        }

        var message = new Message(MessageId.New(on.At), ticket.Id, on.At, on.Actor, request.Body, request.IsInternal, request.IsAutomatic);
        ticket.Take(message, on.ClockOf);

        await messages.AddAsync(message, cancellationToken);
        await desk.SaveAsync(ticket, on, cancellationToken);
        return message;
    }

    private async Task<TicketId?> NextOfAsync(Ticket ticket, string words, Occasion on, CancellationToken ct)
    {
        if (ticket.ToState().MergedInto is { } merged)
            return merged;
        if (!intake.HasLapsed(ticket, on.At))
            return null;

        return (await tickets.FindSuccessorAsync(ticket.Id, ct))?.Id ?? (await intake.TakeUpAgainAsync(ticket, words, on, ct)).Ticket.Id;
    }
}
