using System.Text.Json.Nodes;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>A ticket that was resolved can be reopened until the fifteenth day after it ended is over, in Rome; later it becomes a new one.</summary>
public sealed class ReopeningStories
{
    private const string LastMoment = "2026-12-01 23:59";
    private const string TooLate = "2026-12-02 00:00";

    private Desk _desk = null!;
    private string _customer = null!;
    private string _ticket = null!;

    // Silver, reported and resolved on Monday 16 November 2026.
    [SetUp]
    public async Task Resolve()
    {
        _desk = new("2026-11-16 09:00");
        _customer = await _desk.CustomerAsync("silver");
        _ticket = await _desk.OpenAsync(_customer);
        _desk.At("2026-11-16 10:00");
        await _desk.MoveAsync(_ticket, "acknowledge");
        await _desk.MoveAsync(_ticket, "resolve", new() { ["resolution"] = "A new cable" });
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task Reopened_WithinTheTime_StartsNewPromisesAndKeepsWhatCameOfTheOldOnes()
    {
        _desk.At("2026-11-30 09:00");
        var client = await _desk.ClientOfAsync(KeyKind.Customer, _customer);

        var answer = await Desk.TryAsync(client, _ticket, "reopen", Because("It is silent again"), Desk.Any);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer.Json["status"], Is.EqualTo("new"));
            Assert.That(answer.Json["endedAt"], Is.Null);
            Assert.That(answer.Json["outcome"], Is.Null);
            Assert.That(await _desk.PromisesAsync(_ticket), Is.EqualTo(new[]
            {
                "1 response met due Mon 2026-11-16 13:00 met Mon 2026-11-16 10:00 used 1:00 left 3:00",
                "1 confirmation withdrawn due Mon 2026-11-16 17:00 withdrawn Mon 2026-11-16 10:00 used 1:00 left 7:00",
                "2 response running due Mon 2026-11-30 13:00 used 0:00 left 4:00",
                "2 confirmation running due Mon 2026-11-30 17:00 used 0:00 left 8:00",
            }));
            Assert.That((await _desk.LedgerAsync(_ticket, "response", "2026-11-30 10:00"))[0], Does.StartWith("2 response running"), "the latest");
            Assert.That((await _desk.LedgerAsync(_ticket, "response", "2026-11-20 10:00"))[0], Does.StartWith("1 response met"), "the latest of then");
            Assert.That((await _desk.TimelineAsync(_ticket))[^3..], Is.EqualTo(new[]
            {
                "Mon 2026-11-30 09:00 ticket.reopened", "Mon 2026-11-30 09:00 promise.given response", "Mon 2026-11-30 09:00 promise.given confirmation",
            }));
            Assert.That(await _desk.EventsAsync(_ticket), Is.EqualTo(await _desk.TimelineAsync(_ticket)));
        }
    }

    [Test]
    public async Task Reopened_AtTheLastMoment_IsTheSameTicket()
    {
        _desk.At(LastMoment);

        Assert.That((string?)(await _desk.MoveAsync(_ticket, "reopen", Because("Again")))["id"], Is.EqualTo(_ticket));
    }

    [Test]
    public async Task Reopened_AfterClosing_CountsTheTimeFromWhenItWasResolved()
    {
        _desk.At("2026-11-25 10:00");
        await _desk.MoveAsync(_ticket, "close");
        _desk.At(TooLate);

        Assert.That((string?)(await _desk.MoveAsync(_ticket, "reopen", Because("Again")))["id"], Is.Not.EqualTo(_ticket));
    }

    [Test]
    public async Task Reopened_TooLate_IsANewTicketLinkedToTheOld()
    {
        _desk.At(TooLate);
        var before = await _desk.PromisesAsync(_ticket);

        var answer = await Desk.TryAsync(_desk.Api, _ticket, "reopen", Because("It is silent again"), Desk.Any);

        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        var taken = (string)answer.Json["id"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Is.Not.EqualTo(_ticket));
            Assert.That(answer.Header("Location"), Is.EqualTo($"/v1/tickets/{taken}"));
            Assert.That((string?)answer.Json["previousTicketId"], Is.EqualTo(_ticket));
            Assert.That((string?)answer.Json["description"], Is.EqualTo("It is silent again"));
            Assert.That((string?)answer.Json["number"], Is.EqualTo("2026-000002"));
            Assert.That(await _desk.PromisesAsync(taken), Is.EqualTo(new[]
            {
                "1 response running due Wed 2026-12-02 12:00 used 0:00 left 4:00", "1 confirmation running due Wed 2026-12-02 16:00 used 0:00 left 8:00",
            }));
            Assert.That(await _desk.PromisesAsync(_ticket), Is.EqualTo(before), "the old one keeps what came of it");
            Assert.That((await _desk.TimelineAsync(_ticket))[^1], Does.EndWith("ticket.taken_up"));
        }

        Problem.Expect(await Desk.TryAsync(_desk.Api, _ticket, "reopen", Because("Still silent"), Desk.Any), 409, "taken_up_already");
    }

    [Test]
    public async Task Reopened_TooLateByTwoAtOnce_IsOneNewTicket()
    {
        _desk.At(TooLate);
        var tag = (await _desk.Api.GetAsync($"/v1/tickets/{_ticket}")).Header("ETag")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Desk.TryAsync(_desk.Api, _ticket, "reopen", Because("It is silent again"), ("If-Match", tag))));

        Assert.That(answers.Count(answer => answer.Status == 201), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 201).Select(answer => answer.Status), Has.All.AnyOf(409, 412));
    }

    [Test]
    public async Task Thanks_OnAResolvedTicket_AreKeptAndRestartNothing()
    {
        _desk.At(LastMoment);
        var client = await _desk.ClientOfAsync(KeyKind.Customer, _customer);

        var message = await Desk.WriteAsync(client, _ticket, "Thank you!");

        Assert.That((string?)message["ticketId"], Is.EqualTo(_ticket));
        Assert.That((string?)(await _desk.TicketAsync(_ticket))["status"], Is.EqualTo("resolved"));
        Assert.That(await _desk.PromisesAsync(_ticket), Has.Length.EqualTo(2));
    }

    [TestCase("email")]
    [TestCase("integration", TestName = "Message_TooLateOnATicketOfAPartner_IsANewTicketAllTheSame")]
    [TestCase("chat", TestName = "Message_TooLateOnATicketByAChannelOutsideThePlan_IsANewTicketAllTheSame")]
    public async Task Message_TooLate_IsANewTicketLinkedToTheOld(string channel)
    {
        var ticket = await _desk.OpenAsync(_customer, channel: channel);
        await _desk.MoveAsync(ticket, "resolve", new() { ["resolution"] = "A new cable" });
        _desk.At(TooLate);
        var client = await _desk.ClientOfAsync(KeyKind.Customer, _customer);

        var message = await Desk.WriteAsync(client, ticket, "It is silent again");

        var taken = (string)message["ticketId"]!;
        Assert.That(taken, Is.Not.EqualTo(ticket));
        Assert.That((string?)(await _desk.TicketAsync(taken))["previousTicketId"], Is.EqualTo(ticket));
        Assert.That((await client.ReadAsync($"/v1/tickets/{taken}/messages"))["data"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await _desk.Api.ReadAsync($"/v1/tickets/{ticket}/messages"))["data"]!.AsArray(), Is.Empty);
        Assert.That(await _desk.TimelineAsync(taken), Is.EqualTo(new[]
        {
            "Wed 2026-12-02 00:00 ticket.created", "Wed 2026-12-02 00:00 promise.given response",
            "Wed 2026-12-02 00:00 promise.given confirmation", "Wed 2026-12-02 00:00 ticket.message_added",
        }));
    }

    [Test]
    public async Task Reopened_TooLateByAPartner_IsANewTicketWhateverChannelTheOldCameBy()
    {
        _desk.At(TooLate);
        var partner = await _desk.ClientOfAsync(KeyKind.Partner, _customer);

        var answer = await Desk.TryAsync(partner, _ticket, "reopen", Because("Again"), Desk.Any);

        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
    }

    private static JsonObject Because(string reason) => new() { ["reason"] = reason };
}
