namespace MisterAssist.Api.Tests.Tickets;

/// <summary>Staff put a report down later than it came. The limit is three days.</summary>
public sealed class LateReportTests
{
    private Desk _desk = null!;
    private string _customer = null!;

    [SetUp]
    public async Task Open()
    {
        _desk = new("2026-11-16 10:00");
        _customer = await _desk.CustomerAsync("silver");
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Report_RecordedLate_IsOwedFromWhenItCame()
    {
        var answer = await ReportAsync("2026-11-13T17:00:00+01:00", "They told the technician on site");

        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        var ticket = (string)answer.Json["id"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer.Json["receivedAt"], Is.EqualTo("2026-11-13T16:00:00Z"));
            Assert.That((string?)answer.Json["recordedAt"], Is.EqualTo("2026-11-16T09:00:00Z"));
            Assert.That((string?)answer.Json["lateNote"], Is.EqualTo("They told the technician on site"));
            Assert.That(await _desk.PromisesAsync(ticket), Is.EqualTo(new[]
            {
                "1 response missed due Mon 2026-11-16 09:00 used 5:00 left 0:00 over 1:00",
                "1 confirmation running due Mon 2026-11-16 13:00 used 5:00 left 3:00",
            }));
            var created = (await Desk.TimelineLinesAsync(_desk.Api, ticket))[0];
            Assert.That((string?)created["occurredAt"], Is.EqualTo("2026-11-16T09:00:00Z"));
            Assert.That((string?)created["note"], Is.EqualTo("They told the technician on site"));
        }
    }

    [Test]
    public async Task Report_RecordedLate_IsMatchedToTheContractOfThen()
    {
        var (customer, contract) = await _desk.ContractedAsync("gold");
        await _desk.Api.SendAsync(
            HttpMethod.Post, $"/v1/contracts/{contract}/terminate", """{ "reason": "They moved" }"""u8.ToArray(), [Desk.Any]);
        _desk.At("2026-11-16 11:00");

        var before = await ReportAsync("2026-11-16T08:00:00Z", "Late", customer);
        var after = await ReportAsync("2026-11-16T09:30:00Z", "Late", customer);

        Assert.That((string?)before.Json["plan"], Is.EqualTo("gold"), before.Text);
        Assert.That((string?)after.Json["plan"], Is.EqualTo("standard"), after.Text);
    }

    [Test]
    public async Task Report_RecordedLateWithoutANote_IsRefused() =>
        Problem.Expect(await ReportAsync("2026-11-13T17:00:00+01:00", null), 422, "late_note_needed", "/receivedAt");

    [Test]
    public async Task Report_OfTheFuture_IsRefused() =>
        Problem.Expect(await ReportAsync("2026-11-16T09:00:00.000001Z", "Early"), 422, "received_in_the_future", "/receivedAt");

    [Test]
    public async Task Report_OfLongAgo_IsRefused()
    {
        Problem.Expect(await ReportAsync("2026-11-13T08:59:59.999999Z", "Late"), 422, "received_too_long_ago", "/receivedAt");
        Assert.That((await ReportAsync("2026-11-13T09:00:00Z", "Late")).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Limit_IsASetting()
    {
        using var desk = new Desk("2026-11-16 10:00", ("Tickets:LongestDelayHours", "1"));
        var body = Desk.Report(await desk.CustomerAsync());
        body["lateNote"] = "Late";
        body["receivedAt"] = "2026-11-16T07:59:00Z";
        Problem.Expect(await desk.Api.PostAsync("/v1/tickets", body), 422, "received_too_long_ago", "/receivedAt");

        body["receivedAt"] = "2026-11-16T08:00:00Z";
        Assert.That((await desk.Api.PostAsync("/v1/tickets", body)).Status, Is.EqualTo(201));
    }

    private Task<Answer> ReportAsync(string receivedAt, string? note, string? customer = null)
    {
        var body = Desk.Report(customer ?? _customer);
        body["receivedAt"] = receivedAt;
        body["lateNote"] = note;
        return _desk.Api.PostAsync("/v1/tickets", body);
    }
}
