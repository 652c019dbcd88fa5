using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Puts right what was reported, or gives a ticket to somebody. By another urgency its promises are derived anew.</summary>
public sealed record ChangeTicketCommand(TicketId Id, KnownVersion Known, Report Report, string? Assignee) : ICommand<TicketAt>;

internal sealed class ChangeTicketValidator : AbstractValidator<ChangeTicketCommand>
{
    public ChangeTicketValidator()
    {
        RuleFor(c => c.Report).SetValidator(new ReportValidator()).OverridePropertyName("");
        RuleFor(c => c.Assignee).Length(1, TicketWords.MaxAssigneeLength);
    }
}

internal sealed class ChangeTicketHandler(TicketDesk desk, ReportOwner owner, TicketClocks clocks, IClock clock)
    : IRequestHandler<ChangeTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(ChangeTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.Id, cancellationToken);
        var before = ticket.ToState();
        request.Known.Require(before.Version);
        await owner.CheckChangesAsync(before, request.Report, clock.GetCurrentInstant(), cancellationToken);
        var version = await clocks.VersionOfAsync(before.Terms, cancellationToken);
        var on = await desk.OccasionAsync(before, cancellationToken);

        ticket.Change(request.Report, request.Assignee, version, on);

        return await desk.SaveAsync(ticket, on, cancellationToken);
    }
}
