namespace MisterAssist.Api.Tests.Interventions;

/// <summary>We took it for solved, and the customer does not.</summary>
public sealed class ContestStories
{
    private Workshop _shop = null!;
    private string _customer = "";
    private string _ticket = "";
    private string _intervention = "";

    [SetUp]
    public async Task StartServer()
    {
        _shop = await Workshop.OpenAsync("2026-11-23 09:00");
        (_customer, _ticket) = await _shop.TicketAsync("silver");
        _intervention = await _shop.PlanAsync(_ticket);
        await _shop.StartAsync(_intervention);
        await _shop.CompleteAsync(_intervention, "2026-11-23 09:00", "2026-11-23 09:30");
    }

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [TestCase(false, TestName = "A resolved ticket is taken up again")]
    [TestCase(true, TestName = "A closed ticket is taken up again")]
    public async Task Contest_ThatIsAccepted_GivesAFreeFollowUp(bool isClosed)
    {
        if (isClosed)
            await _shop.Desk.MoveAsync(_ticket, "close");
        _shop.At("2026-12-08 23:59");
        var client = await _shop.CustomerAsync(_customer);
        var contested = await _shop.TryAsync(_intervention, "contest", new() { ["reason"] = "It is silent again." }, client);
        Assert.That(contested.Status, Is.EqualTo(200), contested.Text);
        Problem.Expect(await _shop.TryAsync(_intervention, "accept-contest", client: client), 403, "staff_only");

        var accepted = await _shop.DoAsync(_intervention, "accept-contest");

        Assert.That((bool?)accepted["contest"]!["accepted"], Is.True);
        var ticket = await _shop.Desk.TicketAsync(_ticket);
        Assert.That((string?)ticket["status"], Is.EqualTo("new"));
        Assert.That((bool?)ticket["followUpOwed"], Is.True);
        var next = (await _shop.Api.ReadAsync($"/v1/interventions?ticketId={_ticket}&status=planned"))["data"]!.AsArray().Single()!;
        Assert.That((string?)next["followsInterventionId"], Is.EqualTo(_intervention));
        var id = (string)next["id"]!;
        await _shop.StartAsync(id);
        await _shop.CompleteAsync(id, "2026-12-08 23:59", "2026-12-09 00:30");
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(id)), Does.EndWith(" 0.00"));
    }

    [Test]
    public async Task Contest_OnATicketThatWasMergedMeanwhile_GivesAFreeFollowUpWhereItGoesOn()
    {
        await _shop.DoAsync(_intervention, "contest", new() { ["reason"] = "It is silent again." });
        await _shop.Desk.MoveAsync(_ticket, "reopen", new() { ["reason"] = "It is silent again." });
        var (next, last) = (await _shop.ReportAsync(_customer), await _shop.ReportAsync(_customer));
        await _shop.Desk.MoveAsync(_ticket, "merge", new() { ["intoTicketId"] = next });
        await _shop.Desk.MoveAsync(next, "merge", new() { ["intoTicketId"] = last });
        await _shop.Desk.MoveAsync(last, "resolve", new() { ["resolution"] = "By phone." });

        await _shop.DoAsync(_intervention, "accept-contest");

        var ticket = await _shop.Desk.TicketAsync(last);
        Assert.That(((string?)ticket["status"], (bool?)ticket["followUpOwed"]), Is.EqualTo(("new", (bool?)true)));
        var follow = (await _shop.Api.ReadAsync($"/v1/interventions?ticketId={last}"))["data"]!.AsArray().Single()!;
        Assert.That((string?)follow["followsInterventionId"], Is.EqualTo(_intervention));
        Assert.That((string?)(await _shop.Desk.TicketAsync(_ticket))["status"], Is.EqualTo("closed"));
    }

    [Test]
    public async Task Contest_OnATicketThatWasCancelledMeanwhile_CanBeDeclinedAlone()
    {
        await _shop.DoAsync(_intervention, "contest", new() { ["reason"] = "It is silent again." });
        await _shop.Desk.MoveAsync(_ticket, "reopen", new() { ["reason"] = "It is silent again." });
        await _shop.Desk.MoveAsync(_ticket, "cancel", new() { ["reason"] = "We sold it." });

        var refused = await _shop.TryAsync(_intervention, "accept-contest");

        Problem.Expect(refused, 409, "contest_on_cancelled_ticket");
        Assert.That(refused.Json["allowed"]!.ToJsonString(), Is.EqualTo("""["decline_contest"]"""));
        await _shop.DoAsync(_intervention, "decline-contest", new() { ["reason"] = "The ticket was taken back." });
    }

    [Test]
    public async Task Moves_OfACompletedIntervention_HaveContestForAsLongAsItIsTaken()
    {
        _shop.At("2026-12-08 23:59");
        Assert.That((await _shop.InterventionAsync(_intervention))["legalMoves"]!.ToJsonString(), Does.Contain("\"contest\""));
        _shop.At("2026-12-09 00:00");
        Assert.That((await _shop.InterventionAsync(_intervention))["legalMoves"]!.ToJsonString(), Does.Not.Contain("contest"));
    }

    [Test]
    public async Task Contest_ThatIsDeclined_SaysWhy()
    {
        await _shop.DoAsync(_intervention, "contest", new() { ["reason"] = "It is silent again." });

        var declined = await _shop.DoAsync(_intervention, "decline-contest", new() { ["reason"] = "It was switched off." });

        Assert.That((bool?)declined["contest"]!["accepted"], Is.False);
        Assert.That((string?)declined["contest"]!["verdictReason"], Is.EqualTo("It was switched off."));
        Assert.That((string?)(await _shop.Desk.TicketAsync(_ticket))["status"], Is.EqualTo("resolved"));
        Problem.Expect(await _shop.TryAsync(_intervention, "accept-contest"), 409, "illegal_intervention_move");
        Problem.Expect(await _shop.TryAsync(_intervention, "contest", new() { ["reason"] = "Still." }), 409, "illegal_intervention_move");
    }

    [Test]
    public async Task Contest_AfterFifteenDays_IsTooLate()
    {
        _shop.At("2026-12-09 00:00");

        Problem.Expect(await _shop.TryAsync(_intervention, "contest", new() { ["reason"] = "It is silent again." }), 409, "contest_too_late");
    }
}
