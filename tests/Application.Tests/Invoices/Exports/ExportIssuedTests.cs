using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Application.Tests.Invoices.Exports;

/// <summary>Books of 120 invoices with two lines each, and how much of them is read for what is wanted.</summary>
public sealed class ExportIssuedTests
{
    private const int Kept = 120;

    private static readonly AskedPeriod Always = new(null, null, null);
    private static readonly CancellationToken None = CancellationToken.None;

    private Shelf _shelf = null!;
    private IssuedInvoices _issued = null!;

    [SetUp]
    public void Fill()
    {
        _shelf = new();
        _issued = new(_shelf, new TestCaller());
    }

    [Test]
    public async Task Export_ToItsEnd_HasEachInvoiceOnce()
    {
        var all = await new ExportIssuedInvoicesHandler(_issued).Handle(new(Always), None);

        Assert.That(await all.Select(invoice => invoice.Content.Number!.Value.Count).ToListAsync(None), Is.EqualTo(Enumerable.Range(1, Kept)));
    }

    [Test]
    public async Task Export_WhoseFirstLineIsThere_HasReadNoMoreThanItNeeds()
    {
        var lines = await new ExportIssuedLinesHandler(_issued).Handle(new(Always), None);
        Assert.That(_shelf.Read, Is.Zero, "nothing before it is wanted");

        await using var reading = lines.GetAsyncEnumerator(None);
        await reading.MoveNextAsync();

        Assert.That((reading.Current.Place.Line, _shelf.Read), Is.EqualTo((1, 51)));
    }

    [Test]
    public async Task List_FromPageToPage_HasEachLineOnce()
    {
        var found = new List<LinePlace>();
        for (var hasMore = true; hasMore;)
        {
            var page = await new ListIssuedLinesHandler(_issued).Handle(new(Always, 7, found.Count == 0 ? null : found[^1]), None);
            found.AddRange(page.Items.Select(line => line.Place));
            hasMore = page.HasMore;
        }

        Assert.That(
            found.Select(place => (place.Invoice.Number, place.Line)),
            Is.EqualTo(Enumerable.Range(1, Kept).SelectMany(n => new[] { ($"FT-2026-{n:000000}", 1), ($"FT-2026-{n:000000}", 2) })));
    }

    private sealed class Shelf : IIssuedInvoiceReader
    {
        private readonly IReadOnlyList<IssuedInvoice> _invoices =
        [
            .. from count in Enumerable.Range(1, Kept)
               let content = InvoiceSamples.Draft(InvoiceSamples.Work(count, ReportContentSamples.CallOutAndLabour()))
               select new IssuedInvoice(InvoiceId.New(InvoiceSamples.IssuedAt), InvoiceSamples.Issued(content, count), InvoiceStatus.Issued, null, Money.Zero, Money.Zero, null),
        ];

        public int Read { get; private set; }

        public Task<IReadOnlyList<IssuedInvoice>> ListAsync(AskedPeriod asked, CustomerReach reach, int limit, InvoicePlace? from, CancellationToken ct)
        {
            IReadOnlyList<IssuedInvoice> found = [.. _invoices.SkipWhile(invoice => from is not null && invoice.Place != from).Take(limit)];
            Read += found.Count;
            return Task.FromResult(found);
        }
    }
}
