using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices;

internal sealed class SqlInvoiceReader(DbSession db) : IInvoiceReader
{
    private const string Select = """
        SELECT id AS Id, customer_id AS CustomerId, month AS Month, status AS Status, created_at AS CreatedAt, kind AS Kind, number AS Number,
               issued_on AS IssuedOn, due_on AS DueOn, net AS Net, total AS Total, payable AS Payable, credited AS Credited, paid AS Paid,
               delivery AS Delivery, gives_back_id AS GivesBackId, version AS Version,
               (SELECT MAX(d.answered_at) FROM invoice_delivery d WHERE d.invoice_id = invoice.id AND d.state = 'rejected') AS RejectedAt
        FROM invoice
        """;

    private const string IsResendOverdue = """
        delivery IN ('rejected', 'not_sent')
        AND (SELECT MAX(d.answered_at) FROM invoice_delivery d WHERE d.invoice_id = invoice.id AND d.state = 'rejected') < @RefusedBefore
        """;

    public async Task<Page<InvoiceSummary>> ListAsync(InvoiceFilter filter, CustomerReach reach, int limit, InvoiceId? after, CancellationToken ct)
    {
        var conditions = new Conditions();
        if (reach.Only is { } only)
            conditions.Add("customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (!filter.WithDrafts)
            conditions.Add("status <> 'draft'");
        if (filter.CustomerId is { } customer)
            conditions.Add("customer_id = @Customer", ("Customer", DbText.From(customer.Value)));
        if (filter.Month is { } month)
            conditions.Add("month = @Month", ("Month", DbText.From(month)));
        if (filter.Kinds.Count > 0)
            conditions.Add("kind IN @Kinds", ("Kinds", filter.Kinds.Select(kind => DbText.From(kind))));
        if (filter.Statuses.Count > 0)
            conditions.Add("status IN @Statuses", ("Statuses", filter.Statuses.Select(status => DbText.From(status))));
        if (filter.Deliveries.Count > 0)
            conditions.Add("delivery IN @Deliveries", ("Deliveries", filter.Deliveries.Select(delivery => DbText.From(delivery))));
        if (filter.Number is { } number)
            conditions.Add("number = @Number", ("Number", number));
        if (filter.OverdueOn is { } today)
            conditions.Add("status = 'issued' AND due_on < @Today", ("Today", DbText.From(today)));
        if (filter.ResendOverdueOn is { } day)
            conditions.Add(IsResendOverdue, ("RefusedBefore", DbText.From(DeliveryAttempt.RefusedTooLongAgoOn(day))));
        if (after is { } last)
            conditions.Add("id > @After", ("After", DbText.From(last.Value)));
        var rows = await db.QueryAsync<InvoiceSummaryRow>(
            $"{Select}\n{conditions.Where}\nORDER BY id LIMIT @Limit", conditions.With("Limit", limit + 1), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToSummary())], limit);
    }
}
