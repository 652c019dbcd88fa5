using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Tickets;

public sealed class TicketPatchTests
{
    private Desk _desk = null!;
    private string _customer = null!;
    private string _ticket = null!;

    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00");
        _customer = await _desk.CustomerAsync("silver");
        _ticket = await _desk.OpenAsync(_customer);
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Patch_ChangesWhatItNamesAndClearsWhatIsNull()
    {
        var site = (await _desk.Api.AskAsync($"/v1/customers/{_customer}/sites", Example("addSite")))["id"]!.DeepClone();
        var first = await PatchAsync(new()
        {
            ["siteId"] = site,
            ["service"] = "proactive_work",
            ["assignee"] = "Ada",
            ["description"] = "Since noon",
            ["subject"] = "The printer is silent",
        });

        var second = await PatchAsync(new() { ["siteId"] = null, ["service"] = null, ["assignee"] = null, ["description"] = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)first.Json["siteId"], Is.EqualTo((string?)site), first.Text);
            Assert.That((string?)first.Json["assignee"], Is.EqualTo("Ada"));
            Assert.That((string?)first.Json["description"], Is.EqualTo("Since noon"));
            Assert.That((int?)first.Json["version"], Is.EqualTo(2));
            foreach (var name in new[] { "siteId", "service", "assignee" })
                Assert.That(second.Json[name], Is.Null, name);
            Assert.That((string?)second.Json["description"], Is.Empty);
            Assert.That((string?)second.Json["subject"], Is.EqualTo("The printer is silent"), "it was not named");
            var changed = (await Desk.TimelineLinesAsync(_desk.Api, _ticket)).First(line => (string?)line["type"] == "ticket.changed");
            Assert.That(changed["changes"]!.ToJsonString(), Does.Contain("""{"field":"assignee","before":null,"after":"Ada"}""")
                .And.Contain("""{"field":"subject","before":"The till is silent","after":"The printer is silent"}"""));
        }
    }

    [Test]
    public async Task Patch_OfNothing_ChangesNothing()
    {
        var before = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");

        var empty = await PatchAsync([]);
        var same = await PatchAsync(new() { ["subject"] = "The till is silent" });

        Assert.That(empty.Text, Is.EqualTo(before.Text));
        Assert.That(same.Header("ETag"), Is.EqualTo(before.Header("ETag")));
        Assert.That(await _desk.TimelineAsync(_ticket, "ticket.changed"), Is.Empty);
    }

    [TestCase("subject", null)]
    [TestCase("urgency", null)]
    [TestCase("urgency", "very")]
    [TestCase("subject", "")]
    [TestCase("status", "closed")]
    [TestCase("channel", "phone")]
    [TestCase("siteId", "cus_01kaj3b6q0e1r8v5x2m9t4c7hw")]
    public async Task Patch_ThatCannotBe_IsToldWhere(string name, string? value) =>
        Problem.Expect(await PatchAsync(new() { [name] = value }), 400, "invalid_request", $"/{name}");

    [TestCase("siteId", "sit_01kaj3b6q0e1r8v5x2m9t4c7hw", "unknown_site")]
    [TestCase("contactId", "cnt_01kaj3b6q0e1r8v5x2m9t4c7hw", "unknown_contact")]
    [TestCase("service", "gardening", "unknown_service")]
    public async Task Patch_ThatNamesNothing_IsRefused(string name, string value, string code) =>
        Problem.Expect(await PatchAsync(new() { [name] = value }), 422, code);

    [Test]
    public async Task Patch_OfWhatIsOver_IsRefused()
    {
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "A new cable" });

        var refused = await PatchAsync(new() { ["urgency"] = "urgent" });

        Problem.Expect(refused, 409, "ticket_not_open");
        Assert.That(refused.Json["allowed"]!.AsArray().Select(move => (string?)move), Is.EqualTo(new[] { "close", "reopen" }));
    }

    [Test]
    public async Task Patch_AsPlainJson_IsRefused()
    {
        var answer = await _desk.Api.SendAsync(HttpMethod.Patch, $"/v1/tickets/{_ticket}", Encoding.UTF8.GetBytes("{}"), [Desk.Any]);

        Problem.Expect(answer, 415, "unsupported_media_type");
    }

    [Test]
    public async Task Patch_OfASubject_MovesNoPromise()
    {
        var before = await _desk.PromisesAsync(_ticket);

        await PatchAsync(new() { ["subject"] = "Other", ["assignee"] = "Ada" });

        Assert.That(await _desk.PromisesAsync(_ticket), Is.EqualTo(before));
        Assert.That(await _desk.TimelineAsync(_ticket, "promise.changed"), Is.Empty);
    }

    private Task<Answer> PatchAsync(JsonObject body) => Desk.PatchAsync(_desk.Api, _ticket, body, Desk.Any);

    private static JsonNode Example(string operation) => ApiDescription.Published.Named(operation).RequestExample!.DeepClone();
}
