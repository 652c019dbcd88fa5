using MediatR;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Proves that an invoice is as it was issued: its text is hashed anew, and compared with the hash that was stored then.</summary>
/// <param name="Id">An issued invoice, credit note or statement.</param>
/// <param name="Sha256">A hash to compare with, as somebody has it on paper; null for none.</param>
public sealed record VerifyInvoiceQuery(InvoiceId Id, string? Sha256) : IRequest<VerifiedInvoice>;

/// <summary>What came of it.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Issued">What was issued.</param>
/// <param name="IsUnchanged">Whether the text has the hash that was stored when it was issued.</param>
/// <param name="Matches">Whether that is the hash to compare with; null where none was given.</param>
public sealed record VerifiedInvoice(InvoiceState Invoice, SealedInvoice Issued, bool IsUnchanged, bool? Matches);

internal sealed class VerifyInvoiceHandler(InvoiceDesk desk, IInvoiceSealer sealer) : IRequestHandler<VerifyInvoiceQuery, VerifiedInvoice>
{
    public async Task<VerifiedInvoice> Handle(VerifyInvoiceQuery request, CancellationToken cancellationToken)
    {
        var invoice = (await desk.GetAsync(request.Id, cancellationToken)).ToState();
        var issued = invoice.Issued ?? throw InvoiceErrors.NotIssued();
        bool? matches = request.Sha256 is { } given ? string.Equals(given, issued.Sha256, StringComparison.OrdinalIgnoreCase) : null;
        return new(invoice, issued, sealer.HashOf(issued.Text) == issued.Sha256, matches);
    }
}
