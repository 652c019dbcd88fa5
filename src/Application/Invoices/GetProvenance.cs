using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Invoices;

/// <summary>Tells where a line of an invoice comes from: the report or the contract, and, for a discount, the guarantee behind it.</summary>
public sealed record GetProvenanceQuery(InvoiceId Id, int Line) : IRequest<Provenance>;

/// <summary>Where a line of an invoice comes from.</summary>
/// <param name="Line">The line.</param>
/// <param name="Report">The report on the work; null for a contract's fee.</param>
/// <param name="Guarantee">What takes it off, where it is the discount of a guarantee; null else.</param>
public sealed record Provenance(InvoiceLine Line, WorkReportState? Report, Guarantee? Guarantee);

internal sealed class GetProvenanceHandler(InvoiceDesk desk, IWorkReportStore reports, IInterventionStore interventions)
    : IRequestHandler<GetProvenanceQuery, Provenance>
{
    public async Task<Provenance> Handle(GetProvenanceQuery request, CancellationToken cancellationToken)
    {
        var (_, content, _, _) = await desk.SeeAsync(await desk.GetAsync(request.Id, cancellationToken), cancellationToken);
        var line = content.Lines.FirstOrDefault(line => line.Number == request.Line) ?? throw InvoiceErrors.LineNotFound();
        if (line.Origin.ReportId is not { } id)
            return new(line, null, null);

        // Who may see the invoice may see what it is made of.
        var report = (await reports.FindAsync(id, CustomerReach.All, withDrafts: false, cancellationToken))!.ToState();
        var intervention = (await interventions.FindAsync(report.InterventionId, CustomerReach.All, cancellationToken))!.ToState();
        var guarantee = line.Charged.Discount is { } discount
            ? intervention.Ending!.Guarantees.FirstOrDefault(given => Discounts.ReasonOf(given.Kind) == discount.Reason)
            : null;
        return new(line, report, guarantee);
    }
}
