using MediatR;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Removes a draft: what it was to bill is open again.</summary>
public sealed record DiscardInvoiceCommand(InvoiceId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class DiscardInvoiceHandler(InvoiceDesk desk, IInvoiceStore invoices, IChargeStore charges) : IRequestHandler<DiscardInvoiceCommand, Unit>
{
    public async Task<Unit> Handle(DiscardInvoiceCommand request, CancellationToken cancellationToken)
    {
        var (draft, _) = await desk.ReadAsync(request.Id, request.Known, cancellationToken);

        draft.Discard(desk.Now());

        var on = await charges.OnAsync(draft.Id, cancellationToken);
        await charges.FreeAsync(draft.Id, [.. on.Select(charge => charge.Id)], billAgain: true, cancellationToken);
        await invoices.RemoveAsync(draft, cancellationToken);
        return Unit.Value;
    }
}
