using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Says that the exchange system delivered an invoice, or keeps it for the customer.</summary>
public sealed record DeliverInvoiceCommand(InvoiceId Id, KnownVersion Known) : ICommand<SeenInvoice>;

internal sealed class DeliverInvoiceHandler(InvoiceDesk desk) : IRequestHandler<DeliverInvoiceCommand, SeenInvoice>
{
    public Task<SeenInvoice> Handle(DeliverInvoiceCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (invoice, on) => invoice.Deliver(on), cancellationToken);
}
