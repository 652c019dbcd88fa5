using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tests.Billing;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Api.Tickets;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Shared;

/// <summary>The connection breaks while work in the background is done: whatever became of a step, the next look carries on from what is there.</summary>
internal sealed class BrokenSweepStories
{
    private static readonly string[] RaisedByNoon =
    [
        "Mon 2026-11-16 10:00 promise.warning response 50", "Mon 2026-11-16 11:00 promise.warning response 75",
        "Mon 2026-11-16 11:36 promise.warning response 90", "Mon 2026-11-16 12:00 promise.missed response",
    ];

    private Accountancy _books = null!;
    private ApiFactory _app = null!;
    private FailingEngine _engine = null!;

    private Desk Desk => _books.Shop.Desk;

    /// <summary>An instance whose database does not fail, and one beside it whose does.</summary>
    [SetUp]
    public async Task OpenAsync()
    {
        _books = await Accountancy.OpenAsync("2026-11-16 08:00");
        _app = new(FailingEngine.In, "Development", [.. Desk.App.Database.Settings, ("Tickets:WatchSeconds", "86400")]);
        _engine = (FailingEngine)_app.Services.GetRequiredService<DbEngine>();
    }

    [TearDown]
    public void Close()
    {
        _app.Dispose();
        _books.Dispose();
    }

    [TestCase(Break.Write, 2, false)]
    [TestCase(Break.Write, 4, true)]
    [TestCase(Break.Commit, 1, true)]
    [TestCase(Break.AnswerToCommit, 1, true)]
    public async Task Watch_ThatBreaks_RaisesEachOnce(Break where, int times, bool isLeftToTheNext)
    {
        var ticket = await Desk.OpenAsync(await Desk.CustomerAsync("silver"));
        At("2026-11-16 12:01");
        _engine.Fail(where, "UPDATE ticket", times);

        await ExpectAsync(isLeftToTheNext, () => _app.Services.GetRequiredService<PromiseWatch>().LookAsync(CancellationToken.None));
        await Desk.WatchAsync();

        Assert.That((await Desk.EventsAsync(ticket)).Where(OfTheResponse), Is.EqualTo(RaisedByNoon));
        Assert.That((await Desk.TimelineAsync(ticket)).Where(OfTheResponse), Is.EqualTo(RaisedByNoon));
    }

    [TestCase(Break.Write, 2, false)]
    [TestCase(Break.Write, 4, true)]
    [TestCase(Break.Commit, 1, true)]
    [TestCase(Break.AnswerToCommit, 1, true)]
    public async Task Billing_ThatBreaks_BillsEachOnceAndWithoutAGap(Break where, int times, bool isLeftToTheNext)
    {
        for (var i = 0; i < 3; i++)
            await _books.CustomerAsync($"Forno {i} S.r.l.", "silver");
        At("2026-12-01 08:00");
        await _app.SendAsync(new StartBillingRunCommand(new(2026, 11), Issues: true));
        _engine.Fail(where, "INSERT INTO billing_run_outcome", times);

        await ExpectAsync(isLeftToTheNext, BillAsync);
        await BillAsync();

        var invoices = await Tickets.Desk.AllAsync(Desk.Api, "/v1/invoices?limit=100");
        Assert.That(invoices.Select(invoice => (string?)invoice["number"]), Is.EquivalentTo((string[])["FT-2026-000001", "FT-2026-000002", "FT-2026-000003"]));
        Assert.That(invoices.Select(invoice => (string?)invoice["customerId"]), Is.Unique);
        var run = (await Tickets.Desk.AllAsync(Desk.Api, "/v1/billing-runs?limit=100")).Single();
        Assert.That(((string?)run["status"], (int)run["tally"]!["invoices"]!), Is.EqualTo(("completed", 3)));
    }

    private static bool OfTheResponse(string line) => line.Contains(" response", StringComparison.Ordinal) && line.Contains("promise.", StringComparison.Ordinal)
        && !line.Contains("promise.given", StringComparison.Ordinal);

    private static async Task ExpectAsync(bool isLeftToTheNext, Func<Task> look)
    {
        if (isLeftToTheNext)
            await Assert.ThatAsync(() => look(), Throws.InstanceOf<StoreException>());
        else
            await look();
    }

    private async Task BillAsync()
    {
        while (await _app.SendAsync(new BillNextCustomersCommand()))
            await Task.Yield();
    }

    private void At(string now)
    {
        Desk.At(now);
        _app.Clock.Now = Moments.Rome(now);
    }
}
