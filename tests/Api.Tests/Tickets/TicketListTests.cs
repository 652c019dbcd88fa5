namespace MisterAssist.Api.Tests.Tickets;

public sealed class TicketListTests
{
    private readonly Dictionary<string, string> _names = [];

    private Desk _desk = null!;
    private string _bronze = null!;
    private string _gold = null!;

    // Three of Bronze reported at one instant, then two of Gold: one waits and has answered, the other is resolved.
    [OneTimeSetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00");
        (_bronze, _gold) = (await _desk.CustomerAsync("bronze"), await _desk.CustomerAsync("gold"));
        await OpenAsync("b1", _bronze, "100% of the tills are silent");
        await OpenAsync("b2", _bronze, "PERCHÉ till_2 tace?");
        await OpenAsync("b3", _bronze, "Scanner [red] fails! 1000 times");
        _desk.At("2026-11-16 11:00");
        await OpenAsync("waiting", _gold, "Till 22 hums");
        await OpenAsync("resolved", _gold, "Mail is slow");
        await _desk.MoveAsync(_names["waiting"], "acknowledge");
        await _desk.MoveAsync(_names["waiting"], "wait", new() { ["reason"] = "Which one?" });
        await _desk.MoveAsync(_names["resolved"], "resolve", new() { ["resolution"] = "A new cable" });
        await Desk.PatchAsync(_desk.Api, _names["b2"], new() { ["assignee"] = "Ada" }, Desk.Any);
        await _desk.MoveAsync(_names["b3"], "acknowledge");
    }

    [OneTimeTearDown]
    public void StopServer() => _desk.Dispose();

    [TestCase("", "b1 b2 b3 waiting resolved")]
    [TestCase("customerId={bronze}", "b1 b2 b3")]
    [TestCase("customerId={bronze}&customerId={gold}", "b1 b2 b3 waiting resolved")]
    [TestCase("customerId=cus_01kaj3b6q0e1r8v5x2m9t4c7hw", "")]
    [TestCase("status=new", "b1 b2")]
    [TestCase("status=new&status=resolved", "b1 b2 resolved")]
    [TestCase("status=waiting", "waiting")]
    [TestCase("plan=gold", "waiting resolved")]
    [TestCase("plan=gold&plan=bronze", "b1 b2 b3 waiting resolved")]
    [TestCase("plan=standard", "")]
    [TestCase("assignee=Ada", "b2")]
    [TestCase("assignee=Adam", "")]
    [TestCase("dueBefore=2026-11-16T17:00:00Z", "")]
    [TestCase("dueBefore=2026-11-16T17:00:00.000001Z", "b1 b2 b3")]
    [TestCase("missed=true", "")]
    [TestCase("missed=false", "b1 b2 b3 waiting resolved")]
    [TestCase("text=till", "b1 b2 waiting")]
    [TestCase("text=TILL", "b1 b2 waiting")]
    [TestCase("text=100%25", "b1")]
    [TestCase("text=till_2", "b2")]
    [TestCase("text=%5Bred%5D", "b3")]
    [TestCase("text=fails!", "b3")]
    [TestCase("text=perch%C3%A9", "b2", TestName = "List_ByAnAccentInAnotherCase_HasIt")]
    [TestCase("text=PERCH%C3%89", "b2", TestName = "List_ByAnAccentInItsCase_HasIt")]
    [TestCase("text=2026-000004", "waiting")]
    [TestCase("text=2026-00000", "")]
    [TestCase("text=till&plan=bronze&status=new", "b1 b2")]
    [TestCase("text=till&plan=bronze&assignee=Ada&missed=false", "b2")]
    public async Task List_ByAFilter_HasThoseAlone(string filter, string names)
    {
        var query = filter.Replace("{bronze}", _bronze, StringComparison.Ordinal).Replace("{gold}", _gold, StringComparison.Ordinal);

        Assert.That(await NamesAsync($"/v1/tickets?limit=100&{query}"), Is.EquivalentTo(Words(names)));
        Assert.That(await NamesAsync($"/v1/dispatch-queue?limit=100&{query}"), Is.EquivalentTo(Words(names).Except(["resolved"])), "open work alone");
    }

    // What is equal may come in any order, but in the same on every page.
    [TestCase("", "resolved waiting", "b1 b2 b3")]
    [TestCase("sort=-receivedAt", "resolved waiting", "b1 b2 b3")]
    [TestCase("sort=receivedAt", "b1 b2 b3", "waiting resolved")]
    [TestCase("sort=dueAt", "b1 b2 b3", "waiting resolved")]
    public async Task List_OnePerPage_HasEachTicketOnceInItsOrder(string sort, string first, string then)
    {
        string[] whole = [.. await NamesAsync($"/v1/tickets?limit=100&{sort}")];

        Assert.That(whole[..Words(first).Length], Is.EquivalentTo(Words(first)));
        Assert.That(whole[Words(first).Length..], Is.EquivalentTo(Words(then)));
        Assert.That(await NamesAsync($"/v1/tickets?limit=1&{sort}"), Is.EqualTo(whole));
        Assert.That(await NamesAsync($"/v1/tickets?limit=2&{sort}"), Is.EqualTo(whole));
    }

    [Test]
    public async Task Cursor_OfAnotherListOrFilter_IsRefused()
    {
        var cursor = Uri.EscapeDataString((string)(await _desk.Api.ReadAsync("/v1/tickets?limit=1"))["nextCursor"]!);

        foreach (var path in new[] { "/v1/tickets?sort=receivedAt", "/v1/tickets?plan=gold", "/v1/tickets?missed=false", "/v1/dispatch-queue?limit=1" })
            Problem.Expect(await _desk.Api.GetAsync($"{path}&cursor={cursor}"), 400, "invalid_cursor", "cursor");
    }

    [TestCase("status=open", "status")]
    [TestCase("missed=perhaps", "missed")]
    [TestCase("sort=subject", "sort")]
    [TestCase("text=", "text")]
    [TestCase("assignee=", "assignee")]
    [TestCase("dueBefore=tomorrow", "dueBefore")]
    [TestCase("customerId=tkt_01kaj3b6q0e1r8v5x2m9t4c7hw", "customerId")]
    [TestCase("Missed=true", "Missed")]
    [TestCase("priority=1", "priority")]
    public async Task Filter_ThatIsWrong_IsToldWhere(string query, string parameter) =>
        Problem.Expect(await _desk.Api.GetAsync($"/v1/tickets?{query}"), 400, "invalid_request", parameter);

    private async Task OpenAsync(string name, string customer, string subject) => _names[name] = await _desk.OpenAsync(customer, subject: subject);

    private async Task<IEnumerable<string>> NamesAsync(string path) =>
        (await Desk.AllAsync(_desk.Api, path)).Select(ticket => _names.Single(pair => pair.Value == (string)ticket["id"]!).Key);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
