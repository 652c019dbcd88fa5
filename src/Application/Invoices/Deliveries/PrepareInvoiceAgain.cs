using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Prepares another file of an invoice that was refused: with the same number and date, and the customer's data as they are now.</summary>
public sealed record PrepareInvoiceAgainCommand(InvoiceId Id, KnownVersion Known) : ICommand<SeenInvoice>;

internal sealed class PrepareInvoiceAgainHandler(InvoiceDesk desk, IInvoiceStore invoices) : IRequestHandler<PrepareInvoiceAgainCommand, SeenInvoice>
{
    public async Task<SeenInvoice> Handle(PrepareInvoiceAgainCommand request, CancellationToken cancellationToken)
    {
        var invoice = await desk.GetAsync(request.Id, request.Known, cancellationToken);

        invoice.PrepareAgain(await invoices.NextProgressiveAsync(cancellationToken), desk.Now());

        return await desk.SaveAsync(invoice, cancellationToken);
    }
}
