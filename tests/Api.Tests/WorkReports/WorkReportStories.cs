using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.WorkReports;

/// <summary>The document on an intervention: numbered, unchangeable, the same in every form.</summary>
public sealed class WorkReportStories
{
    private Workshop _shop = null!;
    private int _done;

    [SetUp]
    public async Task StartServer() => (_shop, _done) = (await Workshop.OpenAsync("2026-11-23 09:00", ("Company:Name", "Mister Prova")), 0);

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Draft_IsThereByItself_ForStaffAlone_AndChangesUntilItIsIssued()
    {
        var (customer, intervention) = await DoneAsync();
        var client = await _shop.CustomerAsync(customer);
        var draft = await _shop.ReportOnAsync(intervention);
        var id = (string)draft["id"]!;
        Assert.That((string?)draft["status"], Is.EqualTo("draft"));
        Assert.That(draft["number"], Is.Null);
        Problem.Expect(await client.GetAsync($"/v1/work-reports/{id}"), 404, "work_report_not_found");
        Assert.That((await client.ReadAsync("/v1/work-reports"))["data"]!.AsArray(), Is.Empty);
        await _shop.FitAsync(intervention, await _shop.PartAsync("CAB-3", "12.50"));
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo("65.00 0.00 65.00"));

        var issued = await _shop.IssueAsync(intervention);

        Assert.That((string?)issued["number"], Is.EqualTo("RL-2026-000001"));
        var seen = await client.GetAsync($"/v1/work-reports/{id}");
        Assert.That(seen.Status, Is.EqualTo(200));
        Assert.That((string?)seen.Json["number"], Is.EqualTo("RL-2026-000001"));
        Assert.That((await client.ReadAsync("/v1/work-reports?number=RL-2026-000001"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(await _shop.Desk.TimelineAsync((string)issued["ticket"]!["id"]!), Has.Some.Contains("work_report.issued"));
    }

    [Test]
    public async Task Issued_NothingChangesIt()
    {
        var (customer, intervention) = await DoneAsync();
        var id = (string)(await _shop.IssueAsync(intervention))["id"]!;
        var before = await _shop.Api.GetAsync($"/v1/work-reports/{id}");

        Problem.Expect(await _shop.Api.PatchAsync($"/v1/interventions/{intervention}", """{ "workDone": "Nothing." }""", Desk.Any), 409, "illegal_intervention_move");
        Problem.Expect(await _shop.TryIssueAsync(intervention), 409, "not_a_draft");
        Assert.That((await _shop.Api.PatchAsync($"/v1/customers/{customer}", """{ "name": "Altro Nome S.r.l." }""", Desk.Any)).Status, Is.EqualTo(200));
        Assert.That((await _shop.Api.PatchAsync($"/v1/technicians/{_shop.Technician}", """{ "name": "Somebody Else" }""", Desk.Any)).Status, Is.EqualTo(200));
        await _shop.Api.AskAsync("/v1/price-lists", Workshop.Prices("2026-11-24"));

        Assert.That((await _shop.Api.GetAsync($"/v1/work-reports/{id}")).Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task Issue_OfADraftThatSaysSomethingElseThanWasRead_IsRefused()
    {
        var (_, intervention) = await DoneAsync();
        var path = $"/v1/work-reports/{(await _shop.ReportOnAsync(intervention))["id"]}";
        var read = (await _shop.Api.GetAsync(path)).Header("ETag")!;
        Assert.That((await _shop.Api.PatchAsync($"/v1/interventions/{intervention}", """{ "workDone": "A longer cable." }""", Desk.Any)).Status, Is.EqualTo(200));

        var stale = await IssueAsync(read, "1");
        var now = (await _shop.Api.GetAsync(path)).Header("ETag")!;

        Problem.Expect(stale, 412, "precondition_failed", "If-Match");
        Assert.That(stale.Header("ETag"), Is.EqualTo(now).And.Not.EqualTo(read));
        Problem.Expect(await IssueAsync("\"1\"", "2"), 412, "precondition_failed", "If-Match");
        var issued = await IssueAsync(now, "3");
        Assert.That(issued.Status, Is.EqualTo(200), issued.Text);
        Assert.That(issued.Header("ETag"), Is.EqualTo("\"2\""));

        Task<Answer> IssueAsync(string tag, string key) =>
            _shop.Api.SendAsync(HttpMethod.Post, $"{path}/issue", null, [("If-Match", tag), ("Idempotency-Key", key)]);
    }

    [Test]
    public async Task Documents_ThatTheCallerHasAlready_AreNotSentAgain_AndAnyOfThemCanBeIssued()
    {
        var (_, intervention) = await DoneAsync();
        var path = $"/v1/work-reports/{(await _shop.ReportOnAsync(intervention))["id"]}";
        var html = await _shop.Api.GetAsync(path, ("Accept", "text/html"));
        var tag = html.Header("ETag")!;

        Assert.That((await _shop.Api.GetAsync(path, ("Accept", "text/html"), ("If-None-Match", tag))).Status, Is.EqualTo(304));
        Assert.That((await _shop.Api.GetAsync(path, ("Accept", "application/pdf"), ("If-None-Match", tag))).Status, Is.EqualTo(200));
        Assert.That((await _shop.Api.GetAsync(path, ("Accept", "text/html"), ("Accept-Language", "it"), ("If-None-Match", tag))).Status, Is.EqualTo(200));
        var issued = await _shop.Api.SendAsync(HttpMethod.Post, $"{path}/issue", null, [("If-Match", tag), ("Idempotency-Key", "as-read")]);
        Assert.That(issued.Status, Is.EqualTo(200), issued.Text);
        Assert.That((await _shop.Api.GetAsync(path, ("Accept", "text/html"), ("If-None-Match", tag))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Document_SaysWhatTheJsonSays()
    {
        var (_, intervention) = await DoneAsync();
        var issued = await _shop.IssueAsync(intervention);

        var html = System.Net.WebUtility.HtmlDecode((await _shop.Api.GetAsync($"/v1/work-reports/{issued["id"]}", ("Accept", "text/html"), ("Accept-Language", "it"))).Text);

        string[] said =
        [
            (string)issued["number"]!, (string)issued["customer"]!["name"]!, (string)issued["ticket"]!["number"]!, (string)issued["work"]!["description"]!,
            .. issued["lines"]!.AsArray().SelectMany(line => new[] { (string)line!["description"]!["it"]!, InItalian(line["amount"]!) }),
            InItalian(issued["gross"]!), InItalian(issued["discounts"]!), InItalian(issued["net"]!),
        ];
        Assert.That(said.Where(text => !html.Contains(text, StringComparison.Ordinal)), Is.Empty);

        static string InItalian(JsonNode money) => ((string)money["amount"]!).Replace('.', ',').Replace('-', '−');
    }

    [Test]
    public async Task Issue_WithoutAKey_IsRefused_AndWithTheSameKeyIsDoneOnce()
    {
        var (_, intervention) = await DoneAsync();
        var path = $"/v1/work-reports/{(await _shop.ReportOnAsync(intervention))["id"]}/issue";
        Problem.Expect(await Workshop.SendAsync(_shop.Api, path, null), 400, "invalid_request", "Idempotency-Key");

        var first = await Workshop.SendAsync(_shop.Api, path, null, ("Idempotency-Key", "once"));
        var again = await Workshop.SendAsync(_shop.Api, path, null, ("Idempotency-Key", "once"));

        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Issue_OfFiftyInParallel_GivesFiftyNumbersInARow()
    {
        var drafts = new List<string>();
        for (var i = 0; i < 50; i++)
            drafts.Add((string)(await _shop.ReportOnAsync((await DoneAsync()).Intervention))["id"]!);

        // Half of them are asked for twice at once; each gets one number all the same.
        var answers = await Task.WhenAll(drafts.Concat(drafts.Take(25)).Select((id, i) =>
            Workshop.SendAsync(_shop.Api, $"/v1/work-reports/{id}/issue", null, ("Idempotency-Key", $"parallel-{i}"))));

        var numbers = answers.Where(answer => answer.Status == 200).Select(answer => (string)answer.Json["number"]!).Order();
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 50).Select(n => $"RL-2026-{n:000000}")));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => (string?)answer.Json["code"]), Has.Exactly(25).EqualTo("not_a_draft"));
    }

    [Test]
    public async Task Issue_ThatFails_LeavesNoGap_AndANewYearBeginsAnew()
    {
        var (_, failing) = await DoneAsync();
        await _shop.FitAsync(failing, await _shop.PartAsync("SRV-1", "99.00"));
        Problem.Expect(await _shop.TryIssueAsync(failing), 409, "part_undecided");
        Assert.That((string?)(await _shop.IssueAsync((await DoneAsync()).Intervention))["number"], Is.EqualTo("RL-2026-000001"));

        // In Rome it is the new year already.
        var (_, last) = await DoneAsync();
        _shop.At("2027-01-01 00:00");
        Assert.That((string?)(await _shop.IssueAsync(last))["number"], Is.EqualTo("RL-2027-000001"));
    }

    [Test]
    public async Task Void_TakesItOutOfAccount_AndAnotherIsIssuedInItsPlace()
    {
        var (_, intervention) = await DoneAsync();
        var first = (string)(await _shop.IssueAsync(intervention))["id"]!;
        var voided = await Workshop.SendAsync(_shop.Api, $"/v1/work-reports/{first}/void", new() { ["reason"] = "It took twice as long." });
        Assert.That(voided.Status, Is.EqualTo(200), voided.Text);
        Assert.That((string?)voided.Json["status"], Is.EqualTo("voided"));
        Assert.That((string?)voided.Json["number"], Is.EqualTo("RL-2026-000001"));

        var patch = new JsonObject { ["timeEntries"] = new JsonArray(_shop.Entry("2026-11-23 09:00", "2026-11-23 09:15")) };
        Assert.That((await _shop.Api.PatchAsync($"/v1/interventions/{intervention}", patch.ToJsonString(), Desk.Any)).Status, Is.EqualTo(200));
        var second = await _shop.IssueAsync(intervention);

        Assert.That((string?)second["number"], Is.EqualTo("RL-2026-000002"));
        Assert.That((string?)second["replacesWorkReportId"], Is.EqualTo(first));
        Assert.That(Workshop.TotalsOf(second), Is.EqualTo("38.75 0.00 38.75"));
        Problem.Expect(await Workshop.SendAsync(_shop.Api, $"/v1/work-reports/{first}/void", new() { ["reason"] = "x" }), 409, "not_issued");
    }

    [Test]
    public async Task Acknowledge_WithASignature_IsKeptOnce_AndChangesNothingThatWasIssued()
    {
        var (customer, intervention) = await DoneAsync();
        var issued = await _shop.IssueAsync(intervention);
        var path = $"/v1/work-reports/{issued["id"]}/acknowledge";
        var client = await _shop.CustomerAsync(customer);
        Problem.Expect(await Workshop.SendAsync(client, path, new() { ["name"] = "Carla", ["signature"] = "no picture" }), 422, "invalid_signature", "/signature");

        var signed = await Workshop.SendAsync(client, path, new() { ["name"] = "Carla Bianchi", ["signature"] = Convert.ToBase64String(Png) });

        Assert.That(signed.Status, Is.EqualTo(200), signed.Text);
        Assert.That((string?)signed.Json["acknowledgement"]!["name"], Is.EqualTo("Carla Bianchi"));
        Assert.That((bool?)signed.Json["acknowledgement"]!["signed"], Is.True);
        Assert.That((string?)signed.Json["sha256"], Is.EqualTo((string?)issued["sha256"]));
        Problem.Expect(await Workshop.SendAsync(client, path, new() { ["name"] = "Carla" }), 409, "acknowledged_already");
        var html = await client.GetAsync($"/v1/work-reports/{issued["id"]}", ("Accept", "text/html"));
        Assert.That(html.Text, Does.Contain("Carla Bianchi").And.Contain("data:image/png;base64,"));
    }

    [Test]
    public async Task Acknowledge_WithASignatureThatCannotBeDrawn_IsRefused()
    {
        var (customer, intervention) = await DoneAsync();
        var path = $"/v1/work-reports/{(await _shop.IssueAsync(intervention))["id"]}/acknowledge";
        var client = await _shop.CustomerAsync(customer);

        foreach (var broken in (byte[][])[Png[..40], [.. Png[..16], 0x7F, 0xFF, 0xFF, 0xFF, .. Png[20..]]])
        {
            var body = new JsonObject { ["name"] = "Carla", ["signature"] = Convert.ToBase64String(broken) };
            Problem.Expect(await Workshop.SendAsync(client, path, body), 422, "invalid_signature", "/signature");
        }
    }

    [Test]
    public async Task Void_NamesTheDraftInItsPlace_AlsoLater()
    {
        var (_, intervention) = await DoneAsync();
        var first = (string)(await _shop.IssueAsync(intervention))["id"]!;

        var voided = await Workshop.SendAsync(_shop.Api, $"/v1/work-reports/{first}/void", new() { ["reason"] = "Another rate." });

        var draft = (string?)(await _shop.ReportOnAsync(intervention))["id"];
        Assert.That((string?)voided.Json["replacedByWorkReportId"], Is.EqualTo(draft));
        Assert.That((string?)(await _shop.Api.ReadAsync($"/v1/work-reports/{first}"))["replacedByWorkReportId"], Is.EqualTo(draft));
        Assert.That((await _shop.Api.ReadAsync($"/v1/work-reports/{draft}"))["replacedByWorkReportId"], Is.Null);
    }

    [Test]
    public async Task Verification_HashesWhatWasIssued_AsAnybodyCan()
    {
        var (_, intervention) = await DoneAsync();
        var issued = await _shop.IssueAsync(intervention);
        var sha256 = (string)issued["sha256"]!;
        var path = $"/v1/work-reports/{issued["id"]}/verification";

        var verified = await _shop.Api.ReadAsync($"{path}?sha256={sha256.ToUpperInvariant()}");

        Assert.That((bool?)verified["unchanged"], Is.True);
        Assert.That((bool?)verified["matches"], Is.True);
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((string)verified["text"]!))), Is.EqualTo(sha256));
        Assert.That((bool?)(await _shop.Api.ReadAsync($"{path}?sha256={new string('0', 64)}"))["matches"], Is.False);
        Assert.That((await _shop.Api.ReadAsync(path))["matches"], Is.Null);
        var (_, other) = await DoneAsync();
        Problem.Expect(await _shop.Api.GetAsync($"/v1/work-reports/{(await _shop.ReportOnAsync(other))["id"]}/verification"), 409, "not_issued");
    }

    [TestCase("application/json", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [TestCase("text/html;q=0.5, application/json", "application/json")]
    [TestCase("application/pdf", "application/pdf")]
    public async Task Document_IsInTheFormThatIsAskedFor(string accept, string given)
    {
        var (_, intervention) = await DoneAsync();
        var id = (string)(await _shop.IssueAsync(intervention))["id"]!;

        var answer = await _shop.Api.GetAsync($"/v1/work-reports/{id}", ("Accept", accept));

        Assert.That((answer.Status, answer.ContentType?.MediaType), Is.EqualTo((200, given)), answer.Text);
        Assert.That(answer.Header("Vary"), Does.Contain("Accept"));
        Problem.Expect(await _shop.Api.GetAsync($"/v1/work-reports/{id}", ("Accept", "text/csv")), 406, "not_acceptable");
        Problem.Expect(await _shop.Api.GetAsync($"/v1/interventions/{intervention}", ("Accept", "text/html")), 406, "not_acceptable");
    }

    [TestCase("it", "Rapporto di lavoro", "52,50 €", "Manodopera, Bruno")]
    [TestCase("en", "Work report", "€52.50", "Labour, Bruno")]
    public async Task Document_IsInTheLanguageThatIsAskedFor(string language, string title, string total, string line)
    {
        var (_, intervention) = await DoneAsync();
        var issued = await _shop.IssueAsync(intervention);

        var html = await _shop.Api.GetAsync($"/v1/work-reports/{issued["id"]}", ("Accept", "text/html"), ("Accept-Language", language));

        Assert.That(html.Header("Content-Language"), Is.EqualTo(language));
        Assert.That(html.Text, Does.Contain(title).And.Contain("RL-2026-000001").And.Contain("Mister Prova").And.Contain(line));
        Assert.That(html.Text, Does.Contain(total));
    }

    /// <summary>An eight by eight picture, as small as a PNG gets.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAEElEQVR4nGNg+I8GGcgSAQB8BB/hEhcEHgAAAABJRU5ErkJggg==");

    /// <summary>Half an hour on site under Silver, each by another Bruno: 25.00 and 27.50.</summary>
    private async Task<(string Customer, string Intervention)> DoneAsync()
    {
        _shop.At("2026-11-23 09:00");
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 09:30");
        await _shop.StartAsync(intervention, "2026-11-23 09:00");
        var completion = _shop.Completion("2026-11-23 09:00", "2026-11-23 09:30");
        if (_done++ > 0)
            completion["timeEntries"] = new JsonArray(_shop.Entry("2026-11-23 09:00", "2026-11-23 09:30", await _shop.TechnicianAsync("Bruno")));
        await _shop.DoAsync(intervention, "complete", completion);
        return (customer, intervention);
    }
}
