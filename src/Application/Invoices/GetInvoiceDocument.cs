using MediatR;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Invoices;

/// <summary>Gets an invoice with all that a document for people says of it.</summary>
public sealed record GetInvoiceDocumentQuery(InvoiceId Id) : IRequest<InvoiceDocument>;

/// <summary>An invoice as it is handed over.</summary>
/// <param name="Seen">The invoice, with what it says.</param>
/// <param name="Reports">What the work reports say whose lines it bills.</param>
/// <param name="Terms">How it is paid.</param>
public sealed record InvoiceDocument(SeenInvoice Seen, IReadOnlyDictionary<WorkReportId, ReportContent> Reports, PaymentTerms Terms);

internal sealed class GetInvoiceDocumentHandler(InvoiceDesk desk, IWorkReportStore reports, InvoiceSettings settings)
    : IRequestHandler<GetInvoiceDocumentQuery, InvoiceDocument>
{
    public async Task<InvoiceDocument> Handle(GetInvoiceDocumentQuery request, CancellationToken cancellationToken)
    {
        var seen = await desk.SeeAsync(await desk.GetAsync(request.Id, cancellationToken), cancellationToken);

        // Who may see the invoice may see what it is made of.
        var billed = seen.Content.Lines.Select(line => line.Origin.ReportId).OfType<WorkReportId>().ToHashSet();
        return new(seen, await reports.IssuedAsync(billed, cancellationToken), settings.Terms);
    }
}
