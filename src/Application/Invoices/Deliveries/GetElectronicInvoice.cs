using MediatR;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Gets the file of an invoice for the exchange system, after every check that is known.</summary>
public sealed record GetElectronicInvoiceQuery(InvoiceId Id) : IRequest<ElectronicInvoice>;

internal sealed class GetElectronicInvoiceHandler(InvoiceDesk desk, InvoiceFiles files) : IRequestHandler<GetElectronicInvoiceQuery, ElectronicInvoice>
{
    public async Task<ElectronicInvoice> Handle(GetElectronicInvoiceQuery request, CancellationToken cancellationToken) =>
        await files.WriteAsync(await desk.GetAsync(request.Id, cancellationToken), cancellationToken);
}
