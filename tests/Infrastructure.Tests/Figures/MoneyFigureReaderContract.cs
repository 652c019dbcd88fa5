using MisterAssist.Application.Figures;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Invoices;
using MisterAssist.Infrastructure.Tests.Billing;
using MisterAssist.TestKit.Invoices;

namespace MisterAssist.Infrastructure.Tests.Figures;

/// <summary>Which invoices count in which month, and whose.</summary>
public abstract class MoneyFigureReaderContract : BillingContract
{
    private static readonly FigureScope December = new(new(2026, 12), new(2026, 12), null, Enum.GetValues<FigureDimension>());

    [Test]
    public async Task Revenue_OfAMonth_HasItsFirstDayAndItsLast()
    {
        var count = 0;
        foreach (var day in (string[])["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"])
            await IssuedAsync(count: ++count, on: Day(day), charges: [InvoiceSamples.Fee((long)Math.Pow(10, count))]);

        Assert.That(await ToldAsync(December), Is.EqualTo(new[] { $"2026-12 silver {One} 11.00" }));
        Assert.That(
            await ToldAsync(December with { From = new(2026, 11), To = new(2027, 1), By = [FigureDimension.Month] }),
            Is.EqualTo(new[] { "2026-11   0.10", "2026-12   11.00", "2027-01   100.00" }));
    }

    [Test]
    public async Task Revenue_OfDraftsAndCreditNotes_IsNoneAndLess()
    {
        await DraftedAsync();
        var charged = await IssuedAsync(Another, charges: [InvoiceSamples.Fee(100_00)]);
        var given = InvoiceContent.GivingBack(InvoiceSamples.Month, charged.ToState(), [InvoiceSamples.Fee(100_00, days: 73, isCredit: true, number: 2)]);
        await ChangeAsync((await DraftedAsync(Another)).Id, note => note.Issue(Sealed(given), new(1000), Next()));

        Assert.That(await ToldAsync(December), Is.EqualTo(new[] { $"2026-12 silver {Another} 80.00" }));
        Assert.That(await ToldAsync(December, CustomerReach.Of([One])), Is.Empty);
        Assert.That(await ToldAsync(December with { Customer = Another }, CustomerReach.Of([One])), Is.Empty);
    }

    [Test]
    public async Task Revenue_InPages_HasEachGroupOnce()
    {
        await IssuedAsync(count: 1);
        await IssuedAsync(Another, count: 2);

        var first = await PageAsync(December, CustomerReach.All, 1, null);
        var second = await PageAsync(December, CustomerReach.All, 1, first.Items.Single().Group);

        Assert.That(first.Items.Concat(second.Items).Select(revenue => revenue.Group.Customer), Is.EquivalentTo(new[] { One, Another }));
        Assert.That((first.HasMore, second.HasMore), Is.EqualTo((true, false)));
    }

    private Task<Page<Revenue>> PageAsync(FigureScope scope, CustomerReach reach, int limit, FigureGroup? after) =>
        Database.UseAsync<IMoneyFigureReader, Page<Revenue>>(figures => figures.RevenueAsync(scope, reach, limit, after, None));

    private async Task<IEnumerable<string>> ToldAsync(FigureScope scope, CustomerReach? reach = null) =>
        from revenue in (await PageAsync(scope, reach ?? CustomerReach.All, 25, null)).Items
        let month = revenue.Group.Month?.ToString("uuuu-MM", null)
        select $"{month} {revenue.Group.Plan} {revenue.Group.Customer} {revenue.Net}";
}
