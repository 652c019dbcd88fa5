using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Tests.Billing;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Invoices;

/// <summary>Invoices in lists: as they were drafted, and as they stand in the books.</summary>
public abstract class InvoiceReaderContract : BillingContract
{
    private static readonly InvoiceFilter All = new(null, null, [], [], [], null, null, null, WithDrafts: true);
    private static readonly AskedPeriod Always = new(null, null, null);

    [Test]
    public async Task List_Filtered_HasThoseThatMatch()
    {
        var draft = await DraftedAsync();
        var paid = await IssuedAsync(Another, count: 7);
        await ChangeAsync(paid.Id, invoice => invoice.Take(paid.ToState().Open, InvoiceSamples.IssuedOn, null, Next()));
        await ChangeAsync(paid.Id, invoice => invoice.Send("<x/>", Next()));
        var statement = await IssuedAsync(Another, count: 1, charges: InvoiceSamples.Work(1, Free()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(All), Is.EqualTo(new[] { draft.Id, paid.Id, statement.Id }));
            Assert.That(await ListedAsync(All with { WithDrafts = false }), Is.EqualTo(new[] { paid.Id, statement.Id }));
            Assert.That(await ListedAsync(All with { WithDrafts = false, Statuses = [InvoiceStatus.Draft] }), Is.Empty);
            Assert.That(await ListedAsync(All with { Statuses = [InvoiceStatus.Draft, InvoiceStatus.Paid] }), Is.EqualTo(new[] { draft.Id, paid.Id }));
            Assert.That(await ListedAsync(All with { Kinds = [InvoiceKind.Statement] }), Is.EqualTo(new[] { statement.Id }));
            Assert.That(await ListedAsync(All with { Deliveries = [DeliveryState.Sent] }), Is.EqualTo(new[] { paid.Id }));
            Assert.That(await ListedAsync(All with { CustomerId = One }), Is.EqualTo(new[] { draft.Id }));
            Assert.That(await ListedAsync(All with { Month = new(2026, 10) }), Is.Empty);
            Assert.That(await ListedAsync(All with { Month = InvoiceSamples.Month, Number = "FT-2026-000007" }), Is.EqualTo(new[] { paid.Id }));
            Assert.That(await ListedAsync(All with { Number = "FT-2026-000007" }, CustomerReach.Of([One])), Is.Empty);
            Assert.That(await ListedAsync(All, CustomerReach.Of([Another])), Is.EqualTo(new[] { paid.Id, statement.Id }));
        }
    }

    [Test]
    public async Task List_Overdue_HasWhatIsOpenAfterTheLastDay()
    {
        var (open, paid) = (await IssuedAsync(count: 1), await IssuedAsync(Another, count: 2));
        await ChangeAsync(paid.Id, invoice => invoice.Take(paid.ToState().Open, InvoiceSamples.IssuedOn, null, Next()));
        var due = open.ToState().Issued!.Content.DueOn!.Value;

        Assert.That(await ListedAsync(All with { OverdueOn = due }), Is.Empty);
        Assert.That(await ListedAsync(All with { OverdueOn = due.PlusDays(1) }), Is.EqualTo(new[] { open.Id }));
    }

    [Test]
    public async Task List_ResendOverdue_HasWhatWasRefusedAndNotSentAgainInFiveDays()
    {
        var (refused, prepared, sent) = (await IssuedAsync(count: 1), await IssuedAsync(Another, count: 2), await IssuedAsync(count: 3));
        foreach (var id in (InvoiceId[])[refused.Id, prepared.Id, sent.Id])
        {
            await ChangeAsync(id, invoice => invoice.Send("<x/>", Next()));
            await ChangeAsync(id, invoice => invoice.Reject("00311", null, Next(InterventionSamples.On("2026-12-02 23:59"))));
        }

        await ChangeAsync(prepared.Id, invoice => invoice.PrepareAgain(new(50), Next()));
        await ChangeAsync(sent.Id, invoice => invoice.PrepareAgain(new(51), Next()));
        await ChangeAsync(sent.Id, invoice => invoice.Send("<y/>", Next()));

        Assert.That(await ListedAsync(All with { ResendOverdueOn = new(2026, 12, 7) }), Is.Empty);
        Assert.That(await ListedAsync(All with { ResendOverdueOn = new(2026, 12, 8) }), Is.EqualTo(new[] { refused.Id, prepared.Id }));
        Assert.That(
            (await PageAsync(All, CustomerReach.All, 25, null)).Items.Select(invoice => invoice.Issued!.ResendBy),
            Is.EqualTo(new LocalDate?[] { new(2026, 12, 7), new(2026, 12, 7), null }));
    }

    [Test]
    public async Task List_InPages_HasEachOnceWithWhatIsOpen()
    {
        var (first, second, third) = (await IssuedAsync(count: 1), await IssuedAsync(count: 2), await DraftedAsync());
        await ChangeAsync(first.Id, invoice => invoice.Take(new(22_00), InvoiceSamples.IssuedOn, null, Next()));

        var page = await PageAsync(All, CustomerReach.All, 2, null);
        var rest = await PageAsync(All, CustomerReach.All, 2, page.Items[^1].Id);

        Assert.That(page.Items.Concat(rest.Items).Select(invoice => invoice.Id), Is.EqualTo(new[] { first.Id, second.Id, third.Id }));
        Assert.That((page.HasMore, rest.HasMore), Is.EqualTo((true, false)));
        var issued = page.Items[0].Issued!;
        Assert.That((issued.Net, issued.Total, issued.Open), Is.EqualTo((new Money(100_00), new Money(122_00), new Money(100_00))));
        Assert.That(rest.Items.Single().Issued, Is.Null);
    }

    [Test]
    public async Task Books_AreByDateAndNumberWithoutDrafts()
    {
        var later = await IssuedAsync(count: 9, on: new(2026, 12, 2));
        var (second, first) = (await IssuedAsync(count: 8), await IssuedAsync(Another, count: 7));
        await DraftedAsync();
        await ChangeAsync(second.Id, invoice => invoice.Take(new(22_00), InvoiceSamples.IssuedOn, null, Next()));

        var books = await BooksAsync(Always);

        Assert.That(books.Select(invoice => invoice.Id), Is.EqualTo(new[] { first.Id, second.Id, later.Id }));
        Assert.That((books[1].Paid, books[1].Open, books[1].Status), Is.EqualTo((new Money(22_00), new Money(100_00), InvoiceStatus.Issued)));
        Assert.That(books[1].Content.Lines, Is.EqualTo(second.ToState().Issued!.Content.Lines));
        Assert.That((await BooksAsync(Always, limit: 2)).Select(invoice => invoice.Id), Is.EqualTo(new[] { first.Id, second.Id }));
        Assert.That((await BooksAsync(Always, from: books[1].Place)).Select(invoice => invoice.Id), Is.EqualTo(new[] { second.Id, later.Id }));
        Assert.That((await BooksAsync(Always with { From = new(2026, 12, 2) })).Select(invoice => invoice.Id), Is.EqualTo(new[] { later.Id }));
        Assert.That((await BooksAsync(Always with { To = new(2026, 12, 1) })).Select(invoice => invoice.Id), Is.EqualTo(new[] { first.Id, second.Id }));
        Assert.That((await BooksAsync(Always with { Customer = Another })).Select(invoice => invoice.Id), Is.EqualTo(new[] { first.Id }));
        Assert.That((await BooksAsync(Always with { Customer = Another }, CustomerReach.Of([One]))), Is.Empty);
    }

    /// <summary>A call-out that costs nothing.</summary>
    private static ReportLine[] Free() =>
    [
        ReportContentSamples.Item(1, ReportLineKind.CallOut, "Uscita", "Call-out", 1, 4000),
        ReportContentSamples.Discount(2, 1, DiscountReason.OurFault, 100, -4000),
    ];

    private async Task<IEnumerable<InvoiceId>> ListedAsync(InvoiceFilter filter, CustomerReach? reach = null) =>
        (await PageAsync(filter, reach ?? CustomerReach.All, 25, null)).Items.Select(invoice => invoice.Id);

    private Task<Page<InvoiceSummary>> PageAsync(InvoiceFilter filter, CustomerReach reach, int limit, InvoiceId? after) =>
        Database.UseAsync<IInvoiceReader, Page<InvoiceSummary>>(invoices => invoices.ListAsync(filter, reach, limit, after, None));

    private Task<IReadOnlyList<IssuedInvoice>> BooksAsync(AskedPeriod asked, CustomerReach? reach = null, int limit = 25, InvoicePlace? from = null) =>
        Database.UseAsync<IIssuedInvoiceReader, IReadOnlyList<IssuedInvoice>>(books => books.ListAsync(asked, reach ?? CustomerReach.All, limit, from, None));
}
