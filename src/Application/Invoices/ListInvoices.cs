using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Lists invoices in short, the oldest first; drafts for staff alone.</summary>
/// <param name="Filter">Which are meant.</param>
/// <param name="OverdueOnly">Whether only those are meant that should have been paid.</param>
/// <param name="ResendOverdueOnly">Whether only those are meant that were refused and should have been sent again.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="After">Those after that one; null to begin with the first.</param>
public sealed record ListInvoicesQuery(InvoiceFilter Filter, bool OverdueOnly, bool ResendOverdueOnly, int Limit, InvoiceId? After) : IRequest<ListedInvoices>;

/// <summary>Invoices with the day on which they are overdue or not.</summary>
public sealed record ListedInvoices(Page<InvoiceSummary> Page, LocalDate Today);

internal sealed class ListInvoicesHandler(IInvoiceReader invoices, ChangeLog log) : IRequestHandler<ListInvoicesQuery, ListedInvoices>
{
    public async Task<ListedInvoices> Handle(ListInvoicesQuery request, CancellationToken cancellationToken)
    {
        var today = log.Now.InZone(Company.Zone).Date;
        var filter = request.Filter with
        {
            WithDrafts = log.Actor.Kind == ActorKind.Staff,
            OverdueOn = request.OverdueOnly ? today : null,
            ResendOverdueOn = request.ResendOverdueOnly ? today : null,
        };
        return new(await invoices.ListAsync(filter, log.Reach, request.Limit, request.After, cancellationToken), today);
    }
}
