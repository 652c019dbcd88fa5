using MediatR;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Gets an invoice with all that it says; a draft as it would be issued now.</summary>
public sealed record GetInvoiceQuery(InvoiceId Id) : IRequest<SeenInvoice>;

internal sealed class GetInvoiceHandler(InvoiceDesk desk) : IRequestHandler<GetInvoiceQuery, SeenInvoice>
{
    public async Task<SeenInvoice> Handle(GetInvoiceQuery request, CancellationToken cancellationToken) =>
        await desk.SeeAsync(await desk.GetAsync(request.Id, cancellationToken), cancellationToken);
}
