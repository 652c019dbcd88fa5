using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>What customers and their partners may do and see on a ticket that is theirs.</summary>
[TestFixture(KeyKind.Customer)]
[TestFixture(KeyKind.Partner)]
public sealed class StaffOnlyTests(KeyKind kind)
{
    private Desk _desk = null!;
    private ApiClient _client = null!;
    private string _customer = null!;
    private string _ticket = null!;

    private string Channel => kind == KeyKind.Partner ? "integration" : "email";

    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00");
        _customer = await _desk.CustomerAsync("silver");
        _ticket = await _desk.OpenAsync(_customer);
        _client = await _desk.ClientOfAsync(kind, _customer);
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Move_ForStaffAlone_IsForbidden()
    {
        var before = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");
        var other = await _desk.OpenAsync(_customer);

        Problem.Expect(await Desk.TryAsync(_client, _ticket, "acknowledge", null, Desk.Any), 403, "staff_only");
        Problem.Expect(await Desk.TryAsync(_client, _ticket, "wait", new() { ["reason"] = "Later" }, Desk.Any), 403, "staff_only");
        Problem.Expect(await Desk.TryAsync(_client, _ticket, "resolve", new() { ["resolution"] = "Done" }, Desk.Any), 403, "staff_only");
        Problem.Expect(await Desk.TryAsync(_client, _ticket, "merge", new() { ["intoTicketId"] = other }, Desk.Any), 403, "staff_only");
        Problem.Expect(await Desk.PatchAsync(_client, _ticket, new() { ["assignee"] = "Ada" }, Desk.Any), 403, "staff_only");
        Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Text, Is.EqualTo(before.Text));
    }

    [TestCase("visibility", "internal")]
    [TestCase("automatic", true)]
    public async Task Message_ForStaffAlone_IsForbidden(string name, object value)
    {
        var body = new JsonObject { ["body"] = "Text", [name] = JsonValue.Create(value) };

        Problem.Expect(await _client.PostAsync($"/v1/tickets/{_ticket}/messages", body), 403, "staff_only");
        Assert.That((await _desk.Api.ReadAsync($"/v1/tickets/{_ticket}/messages"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Attachment_ForStaffAlone_IsForbidden()
    {
        var answer = await _client.SendAsync(
            HttpMethod.Post, $"/v1/tickets/{_ticket}/attachments?fileName=a.txt&visibility=internal", "text"u8.ToArray(), [], "text/plain");

        Problem.Expect(answer, 403, "staff_only");
        Assert.That((await _desk.Api.ReadAsync($"/v1/tickets/{_ticket}/attachments"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Report_RecordedLate_IsForbidden()
    {
        var body = Desk.Report(_customer, channel: Channel);
        body["receivedAt"] = "2026-11-16T08:30:00Z";
        body["lateNote"] = "They rang";

        Problem.Expect(await _client.PostAsync("/v1/tickets", body), 403, "staff_only");
    }

    [Test]
    public async Task Move_OfEitherSide_IsTaken()
    {
        await _desk.MoveAsync(_ticket, "wait", new() { ["reason"] = "Which till?" });
        Assert.That((await Desk.TryAsync(_client, _ticket, "resume", null, Desk.Any)).Status, Is.EqualTo(200));
        Assert.That((await Desk.PatchAsync(_client, _ticket, new() { ["urgency"] = "urgent" }, Desk.Any)).Status, Is.EqualTo(200));
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "A new cable" });
        Assert.That((await Desk.TryAsync(_client, _ticket, "close", null, Desk.Any)).Status, Is.EqualTo(200));
        Assert.That((await Desk.TryAsync(_client, _ticket, "reopen", new() { ["reason"] = "Again" }, Desk.Any)).Status, Is.EqualTo(200));
        Assert.That((await Desk.TryAsync(_client, _ticket, "cancel", new() { ["reason"] = "It works" }, Desk.Any)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task OwnMessage_DoesNotAnswerThem()
    {
        await Desk.WriteAsync(_client, _ticket, "Is anybody there?");

        Assert.That((string?)(await _desk.TicketAsync(_ticket))["status"], Is.EqualTo("new"));
        Assert.That((await _desk.PromisesAsync(_ticket))[0], Does.StartWith("1 response running"));
    }

    [TestCase("internal", false)]
    [TestCase("public", true)]
    public async Task StaffMessage_InternalOrOfAMachine_AnswersNobody(string visibility, bool automatic)
    {
        await _desk.Api.AskAsync(
            $"/v1/tickets/{_ticket}/messages", new JsonObject { ["body"] = "Text", ["visibility"] = visibility, ["automatic"] = automatic });

        Assert.That((string?)(await _desk.TicketAsync(_ticket))["status"], Is.EqualTo("new"));
        Assert.That((await _desk.PromisesAsync(_ticket))[0], Does.StartWith("1 response running"));
    }

    [Test]
    public async Task InternalThings_AreSeenByStaffAlone()
    {
        var message = await _desk.Api.AskAsync(
            $"/v1/tickets/{_ticket}/messages", new JsonObject { ["body"] = "They always say so", ["visibility"] = "internal" });
        var file = await _desk.Api.SendAsync(
            HttpMethod.Post, $"/v1/tickets/{_ticket}/attachments?fileName=secret.txt&visibility=internal", "secret"u8.ToArray(), [], "text/plain");
        Assert.That(file.Status, Is.EqualTo(201), file.Text);
        var (messageId, fileId) = ((string)message["id"]!, (string)file.Json["id"]!);

        foreach (var path in new[] { "timeline?limit=100", "messages", "attachments" })
        {
            Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}/{path}")).Text, Does.Contain(messageId).Or.Contain(fileId), path);
            Assert.That((await _client.GetAsync($"/v1/tickets/{_ticket}/{path}")).Text, Does.Not.Contain(messageId).And.Not.Contain(fileId), path);
        }

        foreach (var path in new[] { $"messages/{messageId}", $"attachments/{fileId}", $"attachments/{fileId}/content" })
        {
            Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}/{path}")).Status, Is.EqualTo(200), path);
            Assert.That((await _client.GetAsync($"/v1/tickets/{_ticket}/{path}")).Status, Is.EqualTo(404), path);
        }

        Assert.That((await _desk.Api.GetAsync("/v1/events?limit=100")).Text, Does.Contain(messageId).And.Contain(fileId));
        Assert.That((await _client.GetAsync("/v1/events?limit=100")).Text, Does.Contain(_ticket).And.Not.Contain(messageId).And.Not.Contain(fileId));
    }

    [Test]
    public async Task Attachment_OfTheirOwn_CannotHideFromThem()
    {
        var file = await _client.SendAsync(
            HttpMethod.Post, $"/v1/tickets/{_ticket}/attachments?fileName=a.txt", "text"u8.ToArray(), [], "text/plain");

        Assert.That((string?)file.Json["visibility"], Is.EqualTo("public"), file.Text);
        Assert.That((string?)file.Json["author"]!["kind"], Is.EqualTo(kind == KeyKind.Partner ? "partner" : "customer"));
        Assert.That((await _client.GetAsync(file.Header("Location")!)).Status, Is.EqualTo(200));
    }
}
