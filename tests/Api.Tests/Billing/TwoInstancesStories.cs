using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>November 2026 is billed by two instances on one database: whoever took an order, both carry on whatever run there is.</summary>
internal sealed class TwoInstancesStories
{
    private Accountancy _books = null!;
    private ApiFactory _other = null!;
    private ApiClient[] _instances = [];

    [SetUp]
    public async Task OpenAsync()
    {
        _books = await Accountancy.OpenAsync("2026-11-02 09:00", ("Billing:WatchSeconds", "1"));
        var first = _books.Shop.Desk.App;
        _other = new(
            "Development", [.. first.Database.Settings, ("Billing:WatchSeconds", "1"), ("Tickets:WatchSeconds", "86400")]);
        var (client, issued) = await first.MakeKeyAsync(KeyKind.Staff, [Scope.Admin]);
        _instances = [client, _other.ClientWith(issued.Secret.Reveal())];
    }

    [TearDown]
    public void Close()
    {
        _other.Dispose();
        _books.Dispose();
    }

    [Test]
    public async Task Month_BilledByTenRunsOfBoth_IsBilledOnceAndWhole()
    {
        for (var i = 0; i < 55; i++)
            await _books.CustomerAsync($"Bar {i:00} S.r.l.", "bronze");
        for (var day = 10; day < 13; day++)
            await _books.WorkAsync(await _books.CustomerAsync($"Forno {day} S.r.l.", "silver"), $"2026-11-{day} 10:00");
        for (var day = 16; day < 18; day++)
            await _books.WorkAsync(await _books.CustomerAsync($"Officina {day} S.r.l."), $"2026-11-{day} 10:00");
        BeginDecember();

        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => StartAsync(_instances[i % 2], $"month-{i}")));
        var runs = new List<JsonNode>();
        foreach (var run in started)
            runs.Add(await _books.DoneAsync((string)run.Json["id"]!));

        Assert.That(runs.Select(run => $"{run["status"]} {run["tally"]!["failed"]} failed"), Is.All.EqualTo("completed 0 failed"));
        // 55 fees, 3 times a fee, a call-out and labour, twice a call-out and labour.
        Assert.That(await _books.ChargesAsync(), Is.EqualTo((68, 68)));
        Assert.That((runs.Sum(run => (int)run["tally"]!["invoices"]!), runs.Sum(run => (int)run["tally"]!["lines"]!)), Is.EqualTo((60, 68)));
        var invoices = await Desk.AllAsync(_instances[1], "/v1/invoices?limit=100");
        Assert.That(invoices.Select(invoice => (string?)invoice["number"]), Is.EquivalentTo(Enumerable.Range(1, 60).Select(n => $"FT-2026-{n:000000}")));
        Assert.That(invoices.Select(invoice => (string?)invoice["customerId"]), Is.Unique);
        // 240.00; 600.00 + 25.00 + 13.75 = 638.75; 40.00 + 70.00 = 110.00; each at 22 %.
        Assert.That(
            invoices.CountBy(invoice => (string)invoice["total"]!["amount"]!).Select(total => $"{total.Value} of {total.Key}"),
            Is.EquivalentTo((string[])["55 of 292.80", "3 of 779.28", "2 of 134.20"]));
    }

    [Test]
    public async Task Run_AskedOfBothAtOnceWithOneKey_IsOne()
    {
        BeginDecember();
        for (var i = 0; i < 10; i++)
        {
            var answers = await Task.WhenAll(_instances.Select(instance => StartAsync(instance, $"key-{i}")));

            Assert.That(answers.Select(answer => answer.Text), Is.All.EqualTo(answers[0].Text));
            Assert.That(answers.Count(answer => answer.Header("Idempotency-Replayed") is null), Is.EqualTo(1));
        }

        Assert.That(await Desk.AllAsync(_instances[1], "/v1/billing-runs?limit=100"), Has.Count.EqualTo(10));
    }

    private void BeginDecember()
    {
        _books.Shop.At("2026-12-01 08:00");
        _other.Clock.Now = _books.Shop.Desk.App.Clock.Now;
    }

    private static async Task<Answer> StartAsync(ApiClient instance, string key)
    {
        var started = await instance.PostAsync(
            "/v1/billing-runs", new JsonObject { ["month"] = "2026-11", ["issue"] = true }, ("Idempotency-Key", key));
        Assert.That(started.Status, Is.EqualTo(202), started.Text);
        return started;
    }
}
