using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Application.Tickets.Confirmations;

/// <summary>Sends the customer the written answer to a report: what was found, how and when we will act, and what it will cost.</summary>
public sealed record ConfirmTicketCommand(TicketId TicketId, Proposal Proposal) : ICommand<Confirmation>;

internal sealed class ConfirmTicketValidator : AbstractValidator<ConfirmTicketCommand>
{
    public ConfirmTicketValidator() => RuleFor(c => c.Proposal).SetValidator(new ProposalValidator()).OverridePropertyName("");
}

internal sealed class ProposalValidator : AbstractValidator<Proposal>
{
    public ProposalValidator()
    {
        RuleFor(p => p.Analysis).NotEmpty().MaximumLength(Proposal.MaxAnalysisLength);
        RuleFor(p => p.StartsAt).WithinSupportedYears();
        RuleFor(p => p.Expected).WithinADay().OverridePropertyName("ExpectedDuration");
        RuleFor(p => p.CostEstimate).IsPrice();
        RuleFor(p => p.LaterThanPromised).NotEmpty().MaximumLength(TicketWords.MaxLength).When(p => p.LaterThanPromised is not null);
    }
}

internal sealed class ConfirmTicketHandler(TicketDesk desk, TicketClocks clocks, IConfirmationStore confirmations)
    : IRequestHandler<ConfirmTicketCommand, Confirmation>
{
    public async Task<Confirmation> Handle(ConfirmTicketCommand request, CancellationToken cancellationToken)
    {
        var ticket = await desk.GetAsync(request.TicketId, cancellationToken);
        var on = await desk.OccasionAsync(ticket.ToState(), cancellationToken);
        var seen = await clocks.SeeAsync(ticket.ToState(), on.At, cancellationToken);

        var confirmation = ticket.Confirm(ConfirmationId.New(on.At), request.Proposal, seen.Entitlement, on);

        await confirmations.AddAsync(confirmation, cancellationToken);
        await desk.SaveAsync(ticket, on, cancellationToken);
        return confirmation;
    }
}
