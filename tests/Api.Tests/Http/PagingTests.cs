using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Tests.Http;

public sealed class PagingTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _app = new();
        foreach (var startsOn in (string[])["2027-05-03", "2027-03-01", "2027-05-03", "2029-01-02", "2027-05-03"])
        {
            await _app.Api.AskAsync("/v1/closures", JsonNode.Parse(
                $$"""{ "name": { "it": "Chiuso", "en": "Closed" }, "startsOn": "{{startsOn}}" }""")!);
        }

        for (var i = 0; i < 3; i++)
        {
            _app.Clock.Advance(Duration.FromMinutes(1));
            await _app.Api.AskAsync("/v1/plans/silver/versions", Terms.Plain());
        }
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans", 4)]
    [TestCase("/v1/plans/silver/versions", 4)]
    [TestCase("/v1/closures", 5)]
    [TestCase("/v1/holidays?year=2026", 13)]
    public async Task Pages_OneByOne_AreTheWholeListInItsOrder(string list, int count)
    {
        var whole = (await _app.Api.ReadAsync(list))["data"]!.AsArray();
        var items = new List<JsonNode>();
        var next = (string?)$"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1";
        while (next is not null)
        {
            var answer = await _app.Api.GetAsync(next);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
            items.Add(answer.Json["data"]!.AsArray().Single()!);

            next = answer.Header("Link")?.Split('>')[0].TrimStart('<');
            Assert.That(next is null, Is.EqualTo((string?)answer.Json["nextCursor"] is null));
            Assert.That(next, Is.Null.Or.Contains("limit=1"));
            Assert.That(next, Is.Null.Or.Contains((string?)answer.Json["nextCursor"] ?? ""));
            Assert.That(items, Has.Count.LessThanOrEqualTo(count));
        }

        Assert.That(whole, Has.Count.EqualTo(count));
        Assert.That(items.Select(i => i.ToJsonString()), Is.EqualTo(whole.Select(i => i!.ToJsonString())));
    }

    [Test]
    public async Task Closures_AreListedByFirstDay()
    {
        var whole = (await _app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray();

        Assert.That(whole.Select(c => (string?)c!["startsOn"]), Is.Ordered.Ascending);
    }

    [Test]
    public async Task Page_ThatIsTheLast_HasNoLink()
    {
        var answer = await _app.Api.GetAsync("/v1/plans?limit=4");

        Assert.That(answer.Header("Link"), Is.Null);
        Assert.That((string?)answer.Json["nextCursor"], Is.Null);
        Assert.That(answer.Json.AsObject().ContainsKey("nextCursor"), Is.True);
    }

    [TestCase("/v1/plans?limit=1", "/v1/closures")]
    [TestCase("/v1/plans?limit=1", "/v1/plans/silver/versions")]
    [TestCase("/v1/plans/silver/versions?limit=1", "/v1/plans/gold/versions")]
    [TestCase("/v1/plans/silver/versions?limit=1", "/v1/plans")]
    [TestCase("/v1/closures?limit=1", "/v1/plans")]
    [TestCase("/v1/holidays?year=2026&limit=1", "/v1/holidays?year=2027")]
    public async Task Cursor_OfAnotherList_IsRefused(string list, string other)
    {
        var cursor = (string?)(await _app.Api.ReadAsync(list))["nextCursor"];

        var answer = await _app.Api.GetAsync($"{other}{(other.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}");

        Problem.Expect(answer, 400, "invalid_cursor", "cursor");
    }

    [TestCase("garbage")]
    [TestCase("%20")]
    [TestCase("%C3%A8%F0%9F%92%A9")]
    [TestCase("bnVsbA")]
    [TestCase("W10")]
    [TestCase("W251bGxd")]
    [TestCase("eyJhIjoxfQ")]
    [TestCase("WyJhIiwiYiJd")]
    public async Task Cursor_ThatIsGarbage_IsRefused(string cursor)
    {
        foreach (var list in (string[])["/v1/plans?", "/v1/closures?", "/v1/plans/silver/versions?", "/v1/holidays?year=2026&"])
            Problem.Expect(await _app.Api.GetAsync($"{list}cursor={cursor}"), 400, "invalid_cursor", "cursor");
    }

    [TestCase("/v1/plans?limit=1", "/v1/plans?")]
    [TestCase("/v1/closures?limit=1", "/v1/closures?")]
    [TestCase("/v1/plans/silver/versions?limit=1", "/v1/plans/silver/versions?")]
    [TestCase("/v1/holidays?year=2026&limit=1", "/v1/holidays?year=2026&")]
    public async Task Cursor_OfThisListWithAForgedKey_IsRefused(string list, string again)
    {
        var cursor = (string)(await _app.Api.ReadAsync(list))["nextCursor"]!;
        var parts = JsonNode.Parse(Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=')))!.AsArray();

        foreach (var key in (JsonNode?[])["x", "99999999999999999999", "", null])
        {
            var forged = new JsonArray(parts[0]!.DeepClone(), key);
            var answer = await _app.Api.GetAsync($"{again}cursor={Encode(forged)}");
            Problem.Expect(answer, 400, "invalid_cursor", "cursor");
        }
    }

    private static string Encode(JsonArray parts) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(parts.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
