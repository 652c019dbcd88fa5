using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Says that the file of an invoice was handed to the exchange system. From then on it is kept as it was.</summary>
public sealed record SendInvoiceCommand(InvoiceId Id, KnownVersion Known) : ICommand<SeenInvoice>;

internal sealed class SendInvoiceHandler(InvoiceDesk desk, InvoiceFiles files) : IRequestHandler<SendInvoiceCommand, SeenInvoice>
{
    public async Task<SeenInvoice> Handle(SendInvoiceCommand request, CancellationToken cancellationToken)
    {
        var invoice = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var file = await files.WriteAsync(invoice, cancellationToken);

        invoice.Send(file.Xml, desk.Now());

        return await desk.SaveAsync(invoice, cancellationToken);
    }
}
