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
        var invoice = await desk.GetAsync(request.Id, cancellationToken);
        var (state, draft, fingerprint, _) = await desk.SeeAsync(invoice, cancellationToken);
        request.Known.Require(state.Version, fingerprint);
        var on = desk.Now();
        invoice.RefuseUnlessReady(on);

        invoice.Issue(await issue.SealAsync(draft, on, cancellationToken), await issue.FileOfAsync(draft, cancellationToken), on);

        return await desk.SaveAsync(invoice, cancellationToken);
    }
}
