using System.Runtime.CompilerServices;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Goes through what was issued to customers whom the caller may see, some at a time: however many there are, few are in memory at once.</summary>
internal sealed class IssuedInvoices(IIssuedInvoiceReader invoices, ICaller caller)
{
    private const int ReadAtOnce = 50;

    /// <summary>After a place; null to begin with the first.</summary>
    public IAsyncEnumerable<IssuedInvoice> ReadAsync(AskedPeriod asked, InvoicePlace? after, CancellationToken ct) =>
        FromAsync(asked, after, ct).Where(invoice => invoice.Place != after);

    /// <summary>Line by line, after a place; null to begin with the first.</summary>
    public IAsyncEnumerable<IssuedLine> ReadLinesAsync(AskedPeriod asked, LinePlace? after, CancellationToken ct) =>
        from invoice in FromAsync(asked, after?.Invoice, ct)
        from line in invoice.Content.Lines
        where invoice.Place != after?.Invoice || line.Number > after.Value.Line
        select new IssuedLine(invoice, line);

    public static async Task<Page<T>> PageAsync<T>(IAsyncEnumerable<T> read, int limit, CancellationToken ct) =>
        Page.FromOneMore(await read.Take(limit + 1).ToListAsync(ct), limit);

    private async IAsyncEnumerable<IssuedInvoice> FromAsync(AskedPeriod asked, InvoicePlace? from, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var next = from; ;)
        {
            var found = await invoices.ListAsync(asked, caller.Reach, ReadAtOnce + 1, next, ct);
            foreach (var invoice in found.Take(ReadAtOnce))
                yield return invoice;
            if (found.Count <= ReadAtOnce)
                yield break;

            next = found[^1].Place;
        }
    }
}
