namespace MisterAssist.Api.Tests.Tickets;

public sealed class MessagePagingTests
{
    private Desk _desk = null!;
    private string _ticket = null!;

    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00");
        _ticket = await _desk.OpenAsync(await _desk.CustomerAsync());
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Messages_OnePerPage_ComeEachOnceInTheOrderInWhichTheyWereWritten()
    {
        for (var i = 1; i <= 5; i++)
        {
            _desk.App.Clock.Advance(NodaTime.Duration.FromMilliseconds(1));
            await Desk.WriteAsync(_desk.Api, _ticket, $"{i}");
        }

        var bodies = (await Desk.AllAsync(_desk.Api, $"/v1/tickets/{_ticket}/messages?limit=1")).Select(message => (string?)message["body"]);

        Assert.That(bodies, Is.EqualTo(new[] { "1", "2", "3", "4", "5" }));
    }

    [Test]
    public async Task Timeline_OnePerPage_HasEachLineOnceInOrder()
    {
        await Desk.WriteAsync(_desk.Api, _ticket, "We are on it.");
        await _desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "Twice" });
        var whole = await Desk.TimelineLinesAsync(_desk.Api, _ticket);

        var paged = await Desk.AllAsync(_desk.Api, $"/v1/tickets/{_ticket}/timeline?limit=1");

        Assert.That(paged.Select(line => (string?)line["id"]), Is.EqualTo(whole.Select(line => (string?)line["id"])));
        Assert.That(whole.Select(line => (long)line["sequence"]!), Is.Ordered.Ascending.And.Unique);
    }

    [Test]
    public async Task Cursor_OfAnotherTicket_IsRefused()
    {
        var other = await _desk.OpenAsync(await _desk.CustomerAsync());
        var cursor = Uri.EscapeDataString((string)(await _desk.Api.ReadAsync($"/v1/tickets/{_ticket}/timeline?limit=1"))["nextCursor"]!);

        Problem.Expect(await _desk.Api.GetAsync($"/v1/tickets/{other}/timeline?cursor={cursor}"), 400, "invalid_cursor", "cursor");
    }

    [Test]
    public async Task Message_IsFoundWhereItsLocationSaysAndUnderNoOtherTicket()
    {
        var written = await _desk.Api.PostAsync($"/v1/tickets/{_ticket}/messages", new System.Text.Json.Nodes.JsonObject { ["body"] = "Hello" });
        var other = await _desk.OpenAsync(await _desk.CustomerAsync());

        Assert.That((await _desk.Api.GetAsync(written.Header("Location")!)).Text, Is.EqualTo(written.Text));
        Problem.Expect(await _desk.Api.GetAsync($"/v1/tickets/{other}/messages/{written.Json["id"]}"), 404, "message_not_found");
    }
}
