using FluentValidation;
using MediatR;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Takes a work report out of account, since it has a mistake; another is drafted in its place, and the intervention can be corrected.</summary>
public sealed record VoidWorkReportCommand(WorkReportId Id, KnownVersion Known, string Reason) : ICommand<SeenWorkReport>;

internal sealed class VoidWorkReportValidator : AbstractValidator<VoidWorkReportCommand>
{
    public VoidWorkReportValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class VoidWorkReportHandler(
    WorkReportDesk desk, IWorkReportStore reports, IInterventionStore interventions, IChargeStore charges)
    : IRequestHandler<VoidWorkReportCommand, SeenWorkReport>
{
    public async Task<SeenWorkReport> Handle(VoidWorkReportCommand request, CancellationToken cancellationToken)
    {
        var report = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var intervention = (await interventions.FindAsync(report.ToState().InterventionId, CustomerReach.All, cancellationToken))!;

        if (await charges.FindInvoiceOfAsync(report.Id, cancellationToken) is { } invoice)
            throw WorkReportErrors.Billed(invoice);

        var next = report.Void(request.Reason, intervention.ToState(), desk.Now());
        intervention.LoseReport();

        await reports.SaveAsync(report, cancellationToken);
        await reports.AddAsync(next, cancellationToken);
        await interventions.SaveAsync(intervention, cancellationToken);
        return await desk.SeeAsync(report, cancellationToken);
    }
}
