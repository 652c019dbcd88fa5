using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Says that the customer has seen a work report: with a name, and perhaps a drawn signature.</summary>
/// <param name="Id">The report.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Name">Who has seen it.</param>
/// <param name="Signature">A PNG; null for none.</param>
public sealed record AcknowledgeWorkReportCommand(WorkReportId Id, KnownVersion Known, string Name, IReadOnlyList<byte>? Signature)
    : ICommand<SeenWorkReport>;

internal sealed class AcknowledgeWorkReportValidator : AbstractValidator<AcknowledgeWorkReportCommand>
{
    public AcknowledgeWorkReportValidator() => RuleFor(c => c.Name).NotEmpty().MaximumLength(TicketWords.MaxAssigneeLength);
}

internal sealed class AcknowledgeWorkReportHandler(WorkReportDesk desk, IWorkReportStore reports, IPictures pictures)
    : IRequestHandler<AcknowledgeWorkReportCommand, SeenWorkReport>
{
    public async Task<SeenWorkReport> Handle(AcknowledgeWorkReportCommand request, CancellationToken cancellationToken)
    {
        var report = await desk.GetAsync(request.Id, request.Known, cancellationToken);

        report.Acknowledge(request.Name, request.Signature is { } png ? Signature.Create([.. png], pictures.CanDraw) : null, desk.Now());

        await reports.SaveAsync(report, cancellationToken);
        return await desk.SeeAsync(report, cancellationToken);
    }
}
