using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices.Exports;

internal sealed class SqlIssuedInvoiceReader(DbSession db) : IIssuedInvoiceReader
{
    private const string Select = """
        SELECT i.id AS Id, s.content AS Content, i.status AS Status, i.due_on AS DueOn, i.credited AS Credited, i.paid AS Paid, i.delivery AS Delivery
        FROM invoice i
        JOIN issued_invoice s ON s.invoice_id = i.id
        """;

    private const string InOrder = "ORDER BY i.issued_on, i.number LIMIT @Limit";

    public async Task<IReadOnlyList<IssuedInvoice>> ListAsync(
        AskedPeriod asked, CustomerReach reach, int limit, InvoicePlace? from, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("i.issued_on IS NOT NULL");
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (asked.Customer is { } customer)
            conditions.Add("i.customer_id = @Customer", ("Customer", DbText.From(customer.Value)));
        if (asked.From is { } first)
            conditions.Add("i.issued_on >= @First", ("First", DbText.From(first)));
        if (asked.To is { } last)
            conditions.Add("i.issued_on <= @Last", ("Last", DbText.From(last)));
        if (from is { } place)
            conditions.Add("i.issued_on >= @FromOn AND (i.issued_on > @FromOn OR i.number >= @FromNumber)", ("FromOn", DbText.From(place.IssuedOn)), ("FromNumber", place.Number));
        var rows = await db.QueryAsync<IssuedInvoiceRow>($"{Select}\n{conditions.Where}\n{InOrder}", conditions.With("Limit", limit), ct);
        return [.. rows.Select(row => row.ToIssued())];
    }
}
