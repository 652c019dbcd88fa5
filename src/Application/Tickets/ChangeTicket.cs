using FluentValidation;
using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

/// <summary>Puts right what was reported, or gives a ticket to somebody. By another urgency its promises are derived anew; what is planned follows its site.</summary>
public sealed record ChangeTicketCommand(TicketId Id, KnownVersion Known, Report Report, string? Assignee) : ICommand<TicketAt>;

internal sealed class ChangeTicketValidator : AbstractValidator<ChangeTicketCommand>
{
    public ChangeTicketValidator()
    {
        RuleFor(c => c.Report).SetValidator(new ReportValidator()).OverridePropertyName("");
        RuleFor(c => c.Assignee).Length(1, TicketWords.MaxAssigneeLength);
    }
}

internal sealed class ChangeTicketHandler(TicketDesk desk, ReportOwner owner, TicketClocks clocks, PlannedWork work)
    : IRequestHandler<ChangeTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(ChangeTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.Id, cancellationToken);
        var before = ticket.ToState();
        request.Known.Require(before.Version);
        var on = await desk.OccasionAsync(before, cancellationToken);
        await owner.CheckChangesAsync(before, request.Report, on.At, cancellationToken);
        var version = await clocks.VersionOfAsync(before.Terms, cancellationToken);

        ticket.Change(request.Report, request.Assignee, version, on);

        var changed = await desk.SaveAsync(ticket, on, cancellationToken);
        await work.FollowSiteAsync(changed, cancellationToken);
        return changed;
    }
}
