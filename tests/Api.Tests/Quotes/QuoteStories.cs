using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.Application.Quotes;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Tests.Quotes;

/// <summary>It is Monday 16 November 2026, ten in the morning.</summary>
public sealed class QuoteStories
{
    private Desk _desk = null!;
    private string _customer = null!;
    private string _ticket = null!;
    private ApiClient _client = null!;
    private ApiClient _partner = null!;

    [SetUp]
    public async Task StartServer()
    {
        _desk = new("2026-11-16 10:00");
        _customer = await _desk.CustomerAsync();
        _ticket = await _desk.OpenAsync(_customer);
        _client = await _desk.ClientOfAsync(KeyKind.Customer, _customer);
        _partner = await _desk.ClientOfAsync(KeyKind.Partner, _customer);
    }

    [TearDown]
    public void StopServer() => _desk.Dispose();

    [Test]
    public async Task Quote_FromDraftToAccepted_IsToldOnTheTimelineOfItsTicket()
    {
        var created = await _desk.Api.PostAsync("/v1/quotes", QuoteWorld.Quote(_ticket));
        var quote = (string)created.Json["id"]!;
        await _desk.Api.MoveQuoteAsync(quote, "send");
        _desk.At("2026-11-18 09:30");
        var accepted = await _client.MoveQuoteAsync(quote, "accept");

        Assert.That((created.Status, created.Header("Location")), Is.EqualTo((201, $"/v1/quotes/{quote}")));
        Assert.That((string?)created.Json["number"], Is.EqualTo("PR-2026-000001"));
        Assert.That((string?)created.Json["customerId"], Is.EqualTo(_customer));
        Assert.That((string?)created.Json["total"]!["amount"], Is.EqualTo("524.00"));
        Assert.That(created.Json["lines"]!.AsArray().Select(line => (string?)line!["amount"]!["amount"]), Is.EqualTo(new[] { "490.00", "34.00" }));
        Assert.That((string?)accepted.Json["state"], Is.EqualTo("accepted"), accepted.Text);
        Assert.That((string?)accepted.Json["answer"]!["by"]!["kind"], Is.EqualTo("customer"));
        Assert.That((string?)accepted.Json["answer"]!["answeredAt"], Is.EqualTo("2026-11-18T08:30:00Z"));
        Assert.That(
            (await _desk.TimelineAsync(_ticket)).Where(line => line.Contains("quote.")),
            Is.EqualTo(new[] { "Mon 2026-11-16 10:00 quote.sent", "Wed 2026-11-18 09:30 quote.accepted" }));
        Assert.That(await AcceptedAsync(), Is.EqualTo("PR-2026-000001 524.00"));
    }

    [Test]
    public async Task Quote_ThatIsDeclined_KeepsTheReasonAndCostsNothing()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);

        var declined = await _client.MoveQuoteAsync(quote, "decline", """{ "reason": "Not this year." }""");

        Assert.That((string?)declined.Json["state"], Is.EqualTo("declined"), declined.Text);
        Assert.That((string?)declined.Json["answer"]!["reason"], Is.EqualTo("Not this year."));
        var line = (await Desk.TimelineLinesAsync(_client, _ticket)).Single(line => (string?)line["type"] == "quote.declined");
        Assert.That(((string?)line["note"], (string?)line["actor"]!["kind"]), Is.EqualTo(("Not this year.", "customer")));
        Assert.That(await AcceptedAsync(), Is.Null);
    }

    [Test]
    public async Task Quote_ThatIsDeclinedWithoutAReason_IsDeclinedAllTheSame()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);

        Assert.That((string?)(await _client.MoveQuoteAsync(quote, "decline", "{}")).Json["state"], Is.EqualTo("declined"));
    }

    [Test]
    public async Task Quote_AfterTheEndOfItsLastDay_ReadsExpiredAndTakesNoAnswer()
    {
        var quote = await _desk.SentQuoteAsync(_ticket, "2026-11-20");
        var first = await _client.GetAsync($"/v1/quotes/{quote}");
        _desk.At("2026-11-20 23:59");
        var inTime = await StateAsync(quote);
        _desk.At("2026-11-21 00:00");

        Assert.That((inTime, await StateAsync(quote)), Is.EqualTo(("sent", "expired")));
        Assert.That((await _client.ReadAsync("/v1/quotes?state=expired"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await _client.ReadAsync("/v1/quotes?state=sent"))["data"]!.AsArray(), Is.Empty);
        foreach (var (move, body) in new[] { ("accept", null), ("decline", "{}") })
        {
            var refused = await _client.MoveQuoteAsync(quote, move, body);
            Problem.Expect(refused, 409, "illegal_quote_move");
            Assert.That((string?)refused.Json["detail"], Does.Contain("expired"));
        }

        Assert.That((await _client.GetAsync($"/v1/quotes/{quote}", ("If-None-Match", first.Header("ETag")!))).Status, Is.EqualTo(200), "the ETag tells too");
    }

    [Test]
    public async Task Answer_ToAQuote_IsForTheCustomerAlone()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);

        foreach (var client in new[] { _desk.Api, _partner })
        {
            Problem.Expect(await client.MoveQuoteAsync(quote, "accept"), 403, "customers_only");
            Problem.Expect(await client.MoveQuoteAsync(quote, "decline", "{}"), 403, "customers_only");
        }

        Assert.That(await StateAsync(quote), Is.EqualTo("sent"));
    }

    [Test]
    public async Task Quotes_AreMadeByStaffAlone()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);

        foreach (var client in new[] { _client, _partner })
        {
            Problem.Expect(await client.PostAsync("/v1/quotes", QuoteWorld.Quote(_ticket)), 403, "staff_only");
            Problem.Expect(await client.PatchAsync($"/v1/quotes/{quote}", """{ "note": null }""", Desk.Any), 403, "staff_only");
            Problem.Expect(await client.DeleteAsync($"/v1/quotes/{quote}", Desk.Any), 403, "staff_only");
            Problem.Expect(await client.MoveQuoteAsync(quote, "send"), 403, "staff_only");
        }
    }

    [Test]
    public async Task Draft_ForWhoIsNotStaff_IsNotThere()
    {
        var draft = await _desk.DraftQuoteAsync(_ticket);

        foreach (var client in new[] { _client, _partner })
        {
            Problem.Expect(await client.GetAsync($"/v1/quotes/{draft}"), 404, "quote_not_found");
            Problem.Expect(await client.MoveQuoteAsync(draft, "accept"), 404, "quote_not_found");
            Problem.Expect(await client.PatchAsync($"/v1/quotes/{draft}", "{}", Desk.Any), 404, "quote_not_found");
            Assert.That((await client.ReadAsync("/v1/quotes?state=draft"))["data"]!.AsArray(), Is.Empty);
        }

        Assert.That((await _desk.Api.ReadAsync("/v1/quotes?state=draft"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await _desk.TimelineAsync(_ticket)).Where(line => line.Contains("quote.")), Is.Empty);
    }

    [Test]
    public async Task Draft_IsChangedAndDeletedAndWhatWasSentIsNot()
    {
        var draft = await _desk.DraftQuoteAsync(_ticket);
        var at = $"/v1/quotes/{draft}";
        var changed = await _desk.Api.PatchAsync(
            at, new JsonObject { ["lines"] = new JsonArray(QuoteWorld.Line("A printer", 2, "150.25")), ["note"] = null }.ToJsonString(), ("If-Match", "\"1\""));
        var sent = await _desk.SentQuoteAsync(_ticket);

        Assert.That(((string?)changed.Json["total"]!["amount"], changed.Json["note"]), Is.EqualTo(("300.50", (JsonNode?)null)), changed.Text);
        Assert.That((changed.Header("ETag"), (string?)changed.Json["validUntilOn"]), Is.EqualTo(("\"2.Draft\"", "2026-12-20")));
        Problem.Expect(await _desk.Api.PatchAsync(at, "{}", ("If-Match", "\"1\"")), 412, "precondition_failed");
        Assert.That((await _desk.Api.DeleteAsync(at, Desk.Any)).Status, Is.EqualTo(204));
        Problem.Expect(await _desk.Api.DeleteAsync(at, Desk.Any), 404, "quote_not_found");
        ExpectIllegal(await _desk.Api.PatchAsync($"/v1/quotes/{sent}", """{ "note": "More." }""", Desk.Any));
        ExpectIllegal(await _desk.Api.DeleteAsync($"/v1/quotes/{sent}", Desk.Any));
        ExpectIllegal(await _desk.Api.MoveQuoteAsync(sent, "send"));
        Assert.That((string?)(await _desk.Api.ReadAsync($"/v1/quotes/{sent}"))["number"], Is.EqualTo("PR-2026-000002"), "no number is given twice");
    }

    [Test]
    public async Task Send_AfterTheLastDay_IsRefusedAndSaysWhatCanBeDone()
    {
        var draft = await _desk.DraftQuoteAsync(_ticket, "2026-11-15");

        var refused = await _desk.Api.MoveQuoteAsync(draft, "send");

        Problem.Expect(refused, 409, "quote_validity_over");
        Assert.That(refused.Json["allowed"]!.AsArray().Select(move => (string?)move), Is.EqualTo(new[] { "change", "delete" }));
    }

    [Test]
    public async Task Answers_AskedForAtOnce_LeaveOne()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? _client.MoveQuoteAsync(quote, "accept")
            : _client.MoveQuoteAsync(quote, "decline", "{}")));

        Assert.That(answers.Select(answer => answer.Status), Has.Exactly(1).EqualTo(200).And.Exactly(7).EqualTo(409));
    }

    [Test]
    public async Task List_ByTicketAndPage_HasEachOnce()
    {
        var other = await _desk.OpenAsync(_customer);
        var expected = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            _desk.At($"2026-11-16 1{i}:30");
            expected.Add(await _desk.SentQuoteAsync(_ticket));
            await _desk.SentQuoteAsync(other);
        }

        var found = await Desk.AllAsync(_client, $"/v1/quotes?ticketId={_ticket}&limit=1");

        Assert.That(found.Select(quote => (string?)quote["id"]), Is.EqualTo(expected));
    }

    [TestCase("""{ "quantity": 0 }""", "/lines/0/quantity")]
    [TestCase("""{ "description": " " }""", "/lines/0/description")]
    [TestCase("""{ "unitPrice": { "amount": "-1.00", "currency": "EUR" } }""", "/lines/0/unitPrice")]
    public async Task Line_ThatIsNone_IsRefusedInItsPlace(string change, string place)
    {
        var body = QuoteWorld.Quote(_ticket);
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body["lines"]![0]![name] = value!.DeepClone();

        Problem.Expect(await _desk.Api.PostAsync("/v1/quotes", body), 400, "invalid_request", place);
    }

    [Test]
    public async Task Total_ThatNobodyCouldPay_IsRefused()
    {
        var body = QuoteWorld.Quote(_ticket);
        body["lines"] = new JsonArray(QuoteWorld.Line("Gold", 10_000, "99999999.99"));

        Problem.Expect(await _desk.Api.PostAsync("/v1/quotes", body), 422, "quote_total_too_large", "/lines");
    }

    [Test]
    public async Task Quote_OnATicketThatWasCancelled_IsNeitherMadeNorChangedNorSent()
    {
        var draft = await _desk.DraftQuoteAsync(_ticket);
        await _desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "It works again." });

        Problem.Expect(await _desk.Api.PostAsync("/v1/quotes", QuoteWorld.Quote(_ticket)), 409, "ticket_not_open");
        Problem.Expect(await _desk.Api.PatchAsync($"/v1/quotes/{draft}", """{ "note": "More." }""", Desk.Any), 409, "ticket_not_open");
        Problem.Expect(await _desk.Api.MoveQuoteAsync(draft, "send"), 409, "ticket_not_open");
        Assert.That((await _desk.Api.DeleteAsync($"/v1/quotes/{draft}", Desk.Any)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task Quote_OnATicketThatWasCancelled_CanBeDeclinedAlone()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);
        await _desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "It works again." });

        Problem.Expect(await _client.MoveQuoteAsync(quote, "accept"), 409, "ticket_not_open");
        Assert.That((await _client.MoveQuoteAsync(quote, "decline", "{}")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Quote_OnATicketThatWasResolved_CanStillBeAccepted()
    {
        var quote = await _desk.SentQuoteAsync(_ticket);
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "It works again." });

        Assert.That((await _client.MoveQuoteAsync(quote, "accept")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Quotes_OfATicketThatIsMerged_GoAlong()
    {
        var other = await _desk.OpenAsync(_customer);
        string[] quotes = [await _desk.DraftQuoteAsync(_ticket), await _desk.SentQuoteAsync(_ticket), await _desk.SentQuoteAsync(_ticket)];
        await _client.MoveQuoteAsync(quotes[2], "accept");

        await _desk.MoveAsync(_ticket, "merge", new() { ["intoTicketId"] = other });

        Assert.That((await _desk.Api.ReadAsync($"/v1/quotes?ticketId={_ticket}"))["data"]!.AsArray(), Is.Empty);
        Assert.That((await Desk.AllAsync(_desk.Api, $"/v1/quotes?ticketId={other}")).Select(quote => (string?)quote["id"]), Is.EquivalentTo(quotes));
        var told = (await Desk.TimelineLinesAsync(_client, other)).Where(line => (string?)line["type"] == "quote.moved").ToList();
        Assert.That(told.Select(line => (string?)ChangeOf(line, "quoteId")["after"]), Is.EquivalentTo(quotes[1..]), "of a draft nobody is told");
        Assert.That(((string?)ChangeOf(told[0], "ticketId")["before"], (string?)ChangeOf(told[0], "ticketId")["after"]), Is.EqualTo((_ticket, other)));
        Problem.Expect(await _desk.Api.PostAsync("/v1/quotes", QuoteWorld.Quote(_ticket)), 409, "ticket_not_open");
        Assert.That((await _client.MoveQuoteAsync(quotes[1], "accept")).Status, Is.EqualTo(200));
    }

    private static JsonNode ChangeOf(JsonNode line, string field) => line["changes"]!.AsArray().Single(change => (string?)change!["field"] == field)!;

    private static void ExpectIllegal(Answer answer)
    {
        Problem.Expect(answer, 409, "illegal_quote_move");
        Assert.That(answer.Json["allowed"]!.AsArray().Select(move => (string?)move), Is.EqualTo(new[] { "accept", "decline" }));
    }

    private async Task<string?> StateAsync(string quote) => (string?)(await _client.ReadAsync($"/v1/quotes/{quote}"))["state"];

    private async Task<string?> AcceptedAsync()
    {
        await using var scope = _desk.App.Services.CreateAsyncScope();
        var ticket = new TicketId(WireId<TicketKind>.Parse(_ticket, null).Value);
        return await scope.ServiceProvider.GetRequiredService<IQuoteReader>().OnAsync(ticket, CancellationToken.None) is { IsQuoted: true } quoted
            ? $"{quoted.Numbers.Single()} {quoted.Total}"
            : null;
    }
}
