using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Tickets;

public sealed class MoveTests
{
    private static readonly (string Move, JsonObject? Body)[] Moves =
    [
        ("acknowledge", null),
        ("wait", new() { ["reason"] = "Which till?" }),
        ("resume", null),
        ("resolve", new() { ["resolution"] = "A new cable" }),
        ("close", null),
        ("reopen", new() { ["reason"] = "Again" }),
        ("cancel", new() { ["reason"] = "It works" }),
    ];

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

    [TestCase("", "acknowledge confirm wait resolve cancel merge")]
    [TestCase("acknowledge", "confirm wait resolve cancel merge")]
    [TestCase("wait", "acknowledge confirm resume resolve cancel merge")]
    [TestCase("acknowledge wait", "confirm resume resolve cancel merge")]
    [TestCase("acknowledge wait resume", "confirm wait resolve cancel merge")]
    [TestCase("resolve", "close reopen")]
    [TestCase("resolve close", "reopen")]
    [TestCase("resolve reopen", "acknowledge confirm wait resolve cancel merge")]
    [TestCase("cancel", "")]
    [TestCase("merge", "")]
    public async Task Move_ThatIsIllegal_IsRefusedAndListsTheLegalOnes(string done, string legal)
    {
        var other = await _desk.OpenAsync(_customer);
        (string Move, JsonObject? Body)[] moves = [.. Moves, ("merge", new() { ["intoTicketId"] = other })];
        foreach (var move in Words(done))
            await _desk.MoveAsync(_ticket, move, BodyOf(move)?.DeepClone().AsObject());
        var before = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");
        Assert.That(Names(before.Json["legalMoves"]), Is.EqualTo(Words(legal)));

        foreach (var (move, body) in moves.Where(m => !Words(legal).Contains(m.Move)))
        {
            var answer = await Desk.TryAsync(_desk.Api, _ticket, move, body, Desk.Any);
            Problem.Expect(answer, 409, "illegal_move");
            Assert.That(Names(answer.Json["allowed"]), Is.EqualTo(Words(legal)), move);
        }

        Assert.That((await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Text, Is.EqualTo(before.Text));

        JsonObject? BodyOf(string move) => moves.Single(m => m.Move == move).Body;
    }

    [Test]
    public async Task Move_WithoutTheVersion_IsRefused()
    {
        var other = await _desk.OpenAsync(_customer);
        foreach (var (move, body) in Moves.Append(("merge", new() { ["intoTicketId"] = other })))
            Problem.Expect(await Desk.TryAsync(_desk.Api, _ticket, move, body), 428, "precondition_required", "If-Match");

        Problem.Expect(await Desk.PatchAsync(_desk.Api, _ticket, new() { ["subject"] = "Other" }), 428, "precondition_required", "If-Match");
    }

    [Test]
    public async Task Move_WithAStaleVersion_IsRefusedAndToldTheOneThatStands()
    {
        var other = await _desk.OpenAsync(_customer);
        var first = (await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Header("ETag")!;
        await _desk.MoveAsync(_ticket, "acknowledge");
        foreach (var (move, body) in Moves.Append(("merge", new() { ["intoTicketId"] = other })))
            ExpectStale(await Desk.TryAsync(_desk.Api, _ticket, move, body, ("If-Match", first)), move);

        ExpectStale(await Desk.PatchAsync(_desk.Api, _ticket, new() { ["subject"] = "Other" }, ("If-Match", first)), "patch");

        static void ExpectStale(Answer answer, string what)
        {
            Problem.Expect(answer, 412, "precondition_failed", "If-Match");
            Assert.That(answer.Header("ETag"), Does.StartWith("\"2"), what);
        }
    }

    [Test]
    public async Task Tag_ChangesWhenAPromiseRunsOut_AndTheOldOneStillServesToChangeTheTicket()
    {
        var before = (await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Header("ETag")!;
        var same = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}", ("If-None-Match", before));
        _desk.At("2026-11-16 14:01");
        var missed = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}", ("If-None-Match", before));
        await _desk.WatchAsync();

        var moved = await Desk.TryAsync(_desk.Api, _ticket, "acknowledge", null, ("If-Match", before));

        Assert.That(same.Status, Is.EqualTo(304));
        Assert.That(missed.Status, Is.EqualTo(200));
        Assert.That(missed.Header("ETag"), Is.Not.EqualTo(before));
        Assert.That(moved.Status, Is.EqualTo(200), moved.Text);
    }

    [Test]
    public async Task Move_AnswersWithTheTicketAsItIsReadNext()
    {
        var moved = await Desk.TryAsync(_desk.Api, _ticket, "acknowledge", null, Desk.Any);

        var read = await _desk.Api.GetAsync($"/v1/tickets/{_ticket}");
        Assert.That(moved.Text, Is.EqualTo(read.Text));
        Assert.That(moved.Header("ETag"), Is.EqualTo(read.Header("ETag")));
    }

    [Test]
    public async Task Moves_ManyAtOnceOfOneVersion_AreMadeOnce()
    {
        var tag = (await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Header("ETag")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Desk.TryAsync(_desk.Api, _ticket, "wait", new() { ["reason"] = "Which till?" }, ("If-Match", tag))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => answer.Status), Has.All.AnyOf(409, 412));
        Assert.That(await _desk.TimelineAsync(_ticket, "ticket.waiting"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Cancel_WithdrawsWhatIsOwedAndKeepsTheReason()
    {
        _desk.At("2026-11-16 12:00");

        var cancelled = await _desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "It works again" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)cancelled["status"], (string?)cancelled["outcome"]), Is.EqualTo(("cancelled", "It works again")));
            Assert.That(cancelled["dueAt"], Is.Null);
            Assert.That(cancelled["promises"]!.AsArray().Select(promise => (string?)promise!["withdrawal"]), Has.All.EqualTo("cancelled"));
            Assert.That(await _desk.PromisesAsync(_ticket), Has.All.Contains(" withdrawn Mon 2026-11-16 12:00"));
            Assert.That((string?)(await Desk.TimelineLinesAsync(_desk.Api, _ticket))
                .Single(line => (string?)line["type"] == "ticket.cancelled")["note"], Is.EqualTo("It works again"));
        }
    }

    [Test]
    public async Task Merge_EndsTheOneAndLeavesTheOtherItsPromises()
    {
        _desk.At("2026-11-16 11:00");
        var other = await _desk.OpenAsync(_customer);
        var promises = await _desk.PromisesAsync(other);

        var merged = await _desk.MoveAsync(_ticket, "merge", new() { ["intoTicketId"] = other });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)merged["status"], (string?)merged["mergedIntoTicketId"]), Is.EqualTo(("closed", other)));
            Assert.That(merged["promises"]!.AsArray().Select(promise => (string?)promise!["withdrawal"]), Has.All.EqualTo("merged"));
            Assert.That(await _desk.PromisesAsync(other), Is.EqualTo(promises));
            var tookOver = (await Desk.TimelineLinesAsync(_desk.Api, other))[^1];
            Assert.That((string?)tookOver["type"], Is.EqualTo("ticket.took_over"));
            Assert.That((string?)tookOver["changes"]![0]!["after"], Is.EqualTo(_ticket));
        }
    }

    [Test]
    public async Task Merge_IntoWhatCannotTakeIt_IsRefused()
    {
        var (others, ended) = (await _desk.OpenAsync(await _desk.CustomerAsync()), await _desk.OpenAsync(_customer));
        await _desk.MoveAsync(ended, "cancel", new() { ["reason"] = "Twice" });

        Problem.Expect(await MergeIntoAsync(_ticket), 422, "merge_into_itself", "/intoTicketId");
        Problem.Expect(await MergeIntoAsync(others), 422, "merge_of_others", "/intoTicketId");
        Problem.Expect(await MergeIntoAsync(ended), 409, "merge_into_ended", "/intoTicketId");
        Problem.Expect(await MergeIntoAsync("tkt_01kaj3b6q0e1r8v5x2m9t4c7hw"), 422, "unknown_ticket", "/intoTicketId");
        Problem.Expect(await MergeIntoAsync("cus_01kaj3b6q0e1r8v5x2m9t4c7hw"), 400, "invalid_request", "/intoTicketId");
    }

    private Task<Answer> MergeIntoAsync(string other) =>
        Desk.TryAsync(_desk.Api, _ticket, "merge", new() { ["intoTicketId"] = other }, Desk.Any);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string?> Names(JsonNode? list) => (list?.AsArray() ?? []).Select(name => (string?)name);
}
