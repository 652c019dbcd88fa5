using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Takes a report in, matches it to the contract in force, and gives it its promises.</summary>
/// <param name="CustomerId">Whose report it is.</param>
/// <param name="Report">What is reported.</param>
/// <param name="Channel">By which way it came.</param>
/// <param name="ReceivedAt">When it came, for a report that staff record late; null for now.</param>
/// <param name="LateNote">Why it is recorded late.</param>
/// <param name="Previous">An earlier ticket of the same customer that it takes up again.</param>
public sealed record OpenTicketCommand(
    CustomerId CustomerId, Report Report, Channel Channel, Instant? ReceivedAt, string? LateNote, TicketId? Previous) : ICommand<TicketAt>;

internal sealed class OpenTicketValidator : AbstractValidator<OpenTicketCommand>
{
    public OpenTicketValidator()
    {
        RuleFor(c => c.Report).SetValidator(new ReportValidator()).OverridePropertyName("");
        RuleFor(c => c.LateNote).Length(1, TicketWords.MaxLength);
        RuleFor(c => c.ReceivedAt).Must(at => at is null || Domain.Sla.SupportedTime.Contains(at.Value)).WithErrorCode("out_of_range");
    }
}

internal sealed class OpenTicketHandler(TicketIntake intake, ReportOwner owner, ICaller caller, IClock clock)
    : IRequestHandler<OpenTicketCommand, TicketAt>
{
    public async Task<TicketAt> Handle(OpenTicketCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await owner.CheckAsync(request.CustomerId, request.Report, request.Previous, now, cancellationToken);

        return await intake.TakeAsync(
            new(request.CustomerId, request.Report, request.Channel, request.ReceivedAt, request.LateNote, request.Previous),
            caller.Actor, now, cancellationToken);
    }
}
