namespace MisterAssist.Api.Tests.Tickets;

/// <summary>Urgent before normal, then contracts before others and higher plans first, then the nearest deadline, then the oldest.</summary>
public sealed class DispatchQueueTests
{
    private readonly Dictionary<string, string> _names = [];

    private Desk _desk = null!;

    [SetUp]
    public void Open() => _desk = new("2026-11-16 10:00");

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Queue_IsInTheOrderInWhichWorkIsToBeDone()
    {
        var customers = new Dictionary<string, string>
        {
            ["bronze"] = await _desk.CustomerAsync("bronze"),
            ["silver"] = await _desk.CustomerAsync("silver"),
            ["gold"] = await _desk.CustomerAsync("gold"),
            ["standard"] = await _desk.CustomerAsync(),
        };
        foreach (var plan in new[] { "standard", "bronze", "silver", "gold" })
        {
            await OpenAsync($"{plan} normal", customers[plan], "normal");
            await OpenAsync($"{plan} urgent", customers[plan], "urgent");
        }

        // The same deadline and reception as an earlier one: told apart by the id alone.
        await OpenAsync("silver normal again", customers["silver"], "normal");
        await OpenAsync("silver waiting", customers["silver"], "normal");
        await _desk.MoveAsync(_names["silver waiting"], "acknowledge");
        await _desk.MoveAsync(_names["silver waiting"], "wait", new() { ["reason"] = "Which?" });
        await OpenAsync("silver answered", customers["silver"], "normal");
        await _desk.MoveAsync(_names["silver answered"], "acknowledge");
        await OpenAsync("gone", customers["gold"], "urgent");
        await _desk.MoveAsync(_names["gone"], "cancel", new() { ["reason"] = "Twice" });

        string[] expected =
        [
            "gold urgent", "silver urgent", "standard urgent",
            "gold normal", "silver normal", "silver normal", "silver answered", "silver waiting",
            // Of Bronze both are handled as normal.
            "bronze normal", "bronze normal", "standard normal",
        ];
        string[] whole = [.. await QueueAsync(100)];
        Assert.That(
            whole.Select(name => name.Replace(" again", "", StringComparison.Ordinal).Replace("bronze urgent", "bronze normal", StringComparison.Ordinal)),
            Is.EqualTo(expected));
        Assert.That(whole, Is.Unique);
        Assert.That(await QueueAsync(1), Is.EqualTo(whole), "by pages of one");
        Assert.That(await QueueAsync(3), Is.EqualTo(whole), "by pages of three");
    }

    [Test]
    public async Task Queue_OfOnePlan_PutsTheNearestDeadlineFirstAndThenTheOldest()
    {
        var gold = await _desk.CustomerAsync("gold");
        await OpenAsync("first", gold, "normal");
        await _desk.MoveAsync(_names["first"], "acknowledge");
        _desk.At("2026-11-16 11:00");
        await OpenAsync("second", gold, "normal");
        _desk.At("2026-11-16 23:00");
        await OpenAsync("at night", gold, "normal");
        _desk.At("2026-11-16 23:30");
        await OpenAsync("later at night", gold, "normal");

        // Due at 12:00, 18:00, and the two of the night both at 09:00 the next day.
        Assert.That(await QueueAsync(1), Is.EqualTo(new[] { "second", "first", "at night", "later at night" }));
    }

    [Test]
    public async Task Queue_ChangesWithTheUrgency()
    {
        var silver = await _desk.CustomerAsync("silver");
        await OpenAsync("first", silver, "normal");
        await OpenAsync("second", silver, "normal");

        await Desk.PatchAsync(_desk.Api, _names["second"], new() { ["urgency"] = "urgent" }, Desk.Any);

        Assert.That(await QueueAsync(100), Is.EqualTo(new[] { "second", "first" }));
    }

    private async Task OpenAsync(string name, string customer, string urgency) => _names[name] = await _desk.OpenAsync(customer, urgency);

    private async Task<IEnumerable<string>> QueueAsync(int limit) =>
        (await Desk.AllAsync(_desk.Api, $"/v1/dispatch-queue?limit={limit}")).Select(ticket => _names.Single(pair => pair.Value == (string)ticket["id"]!).Key);
}
