using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Issues an invoice, with what the caller has read: it gets its number, and never changes from then on.</summary>
public sealed record IssueInvoiceCommand(InvoiceId Id, KnownVersion Known) : ICommand<SeenInvoice>;

internal sealed class IssueInvoiceHandler(InvoiceDesk desk, InvoiceIssue issue) : IRequestHandler<IssueInvoiceCommand, SeenInvoice>
{
    public async Task<SeenInvoice> Handle(IssueInvoiceCommand request, CancellationToken cancellationToken)
    {
        var (invoice, draft) = await desk.ReadAsync(request.Id, request.Known, cancellationToken);
        var on = desk.Now();
        invoice.RefuseUnlessReady(on);

        await issue.IssueAsync(invoice, draft, on, cancellationToken);

        return await desk.SeeAsync(invoice, cancellationToken);
    }
}
