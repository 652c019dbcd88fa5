using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Tickets;

namespace MisterAssist.Api.Tests.Interventions;

/// <summary>What being late, and not solving it, comes to: every amount was worked out by hand.</summary>
public sealed class GuaranteeStories
{
    private Workshop _shop = null!;

    [SetUp]
    public async Task StartServer() => _shop = await Workshop.OpenAsync("2026-11-23 09:00");

    [TearDown]
    public void StopServer() => _shop.Dispose();

    [Test]
    public async Task Urgent_SixMinutesLate_CostsNothingButParts()
    {
        // Silver, from 8 to 20: presence is owed at 13:00.
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 13:00");
        Assert.That(Workshop.GuaranteesOf(await _shop.Api.ReadAsync($"/v1/interventions/{intervention}/guarantees")), Is.Empty);
        _shop.At("2026-11-23 13:06");
        var before = await _shop.Api.ReadAsync($"/v1/interventions/{intervention}/guarantees");
        Assert.That(Workshop.GuaranteesOf(before), Is.EqualTo((string[])["late_urgent 100/100/0 0:06"]));
        Assert.That((bool?)before["final"], Is.False);

        await _shop.StartAsync(intervention);
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence missed due Mon 2026-11-23 13:00 met Mon 2026-11-23 13:06"));
        await _shop.FitAsync(intervention, await _shop.PartAsync("CAB-3", "12.50"), 2);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 13:06", "2026-11-23 14:10");

        // 64 minutes are five quarters of an hour: 68.75. Two cables at 12.50 are not a matter of being late.
        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_urgent 100/100/0 0:06"]));
        var report = await _shop.IssueAsync(intervention);
        Assert.That(Workshop.LinesOf(report), Is.EqualTo((string[])
        [
            "call_out 1 piece 25.00", "discount -25.00 100% late_urgent of 1",
            "labour 75 minute 68.75", "discount -68.75 100% late_urgent of 3",
            "part 2 piece 25.00",
        ]));
        Assert.That(Workshop.TotalsOf(report), Is.EqualTo("118.75 -93.75 25.00"));
        Assert.That((string?)(await _shop.Desk.TicketAsync(ticket))["status"], Is.EqualTo("resolved"));
        Assert.That(await _shop.Desk.TimelineAsync(ticket), Has.Some.StartsWith("Mon 2026-11-23 14:10 guarantee.given"));
    }

    [Test]
    public async Task Urgent_AtTheVeryInstant_IsInTime()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 13:00");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 13:00", "2026-11-23 13:15");

        Assert.That(Workshop.GuaranteesOf(done), Is.Empty);
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo("38.75 0.00 38.75"));
    }

    [Test]
    public async Task Urgent_LateWhileTheClockOfCoverageStandsStill_IsLateAllTheSame()
    {
        // Standard, from 9 to 13 and 14 to 18: presence is owed at 13:00, and at 13:30 no working time has passed since.
        var (_, ticket) = await _shop.TicketAsync(null, "urgent");
        var intervention = await _shop.PlanAsync(ticket);
        _shop.At("2026-11-23 13:30");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 13:30", "2026-11-23 14:30");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_urgent 100/100/0 0:00"]));
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Does.EndWith(" 0.00"));
    }

    [Test]
    public async Task Normal_SixtyOneMinutesLateAcrossALunchBreak_IsTwoStartedHours()
    {
        // Standard: from 12:30 to 13:00 and from 14:00 to 14:31 are 61 minutes of working time.
        var (_, ticket) = await _shop.TicketAsync(null);
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:30");
        _shop.At("2026-11-23 14:31");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 14:31", "2026-11-23 15:31");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_normal 40/40/0 1:01"]));
        var report = await _shop.IssueAsync(intervention);
        Assert.That(Workshop.LinesOf(report), Is.EqualTo((string[])
        [
            "call_out 1 piece 40.00", "discount -16.00 40% late_normal of 1", "labour 60 minute 70.00", "discount -28.00 40% late_normal of 3",
        ]));
        Assert.That(Workshop.TotalsOf(report), Is.EqualTo("110.00 -44.00 66.00"));
        Assert.That((string?)report["guarantees"]![0]!["words"]!["en"], Does.Contain("1:01 working hours late, 40% off"));
        Assert.That((string?)report["guarantees"]![0]!["words"]!["it"], Does.Contain("1:01 ore lavorative di ritardo, 40% in meno"));
    }

    [Test]
    public async Task Normal_SixtyOneMinutesLateAcrossAClosingTime_IsTwoStartedHours()
    {
        // Silver: from 19:30 to 20:00, and from 8:00 to 8:31 on the next day.
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 19:30");
        _shop.At("2026-11-24 08:31");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-24 08:31", "2026-11-24 09:01");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_normal 40/40/0 1:01"]));
        // 25.00 and, for half an hour, 27.50: less 10.00 and 11.00.
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(intervention)), Is.EqualTo("52.50 -21.00 31.50"));
    }

    [TestCase("2026-11-23 11:00", "", "52.50 0.00 52.50", TestName = "On the minute")]
    [TestCase("2026-11-23 11:01", "late_normal 20/20/0 0:01", "52.50 -10.50 42.00", TestName = "A minute late")]
    [TestCase("2026-11-23 12:00", "late_normal 20/20/0 1:00", "52.50 -10.50 42.00", TestName = "An hour late")]
    [TestCase("2026-11-23 15:01", "late_normal 100/100/0 4:01", "52.50 -52.50 0.00", TestName = "A minute of the fifth hour late")]
    [TestCase("2026-11-23 18:00", "late_normal 100/100/0 7:00", "52.50 -52.50 0.00", TestName = "Seven hours late is not more than everything")]
    public async Task Normal_Late_IsTwentyPercentForEachStartedHour(string arrival, string guarantee, string totals)
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 11:00");
        _shop.At(arrival);

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, arrival, arrival[..14] + (arrival[14..] == "00" ? "30" : "31"));

        Assert.That(string.Join(' ', Workshop.GuaranteesOf(done)), Is.EqualTo(guarantee));
        Assert.That(Workshop.TotalsOf(await _shop.ReportOnAsync(intervention)), Is.EqualTo(totals));
    }

    [Test]
    public async Task NobodyThere_InTime_CountsAsPresenceAndCostsNothing()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 11:00");
        _shop.At("2026-11-23 11:20");

        var done = await _shop.DoAsync(
            intervention, "nobody-there", new() { ["occurredAt"] = Workshop.Utc("2026-11-23 11:00"), ["note"] = "We rang for twenty minutes." });

        Assert.That((string?)done["status"], Is.EqualTo("completed"));
        Assert.That((string?)done["outcome"], Is.EqualTo("nobody_there"));
        Assert.That(Workshop.GuaranteesOf(done), Is.Empty);
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence met due Mon 2026-11-23 13:00 met Mon 2026-11-23 11:00"));
        Assert.That((string?)(await _shop.Desk.TicketAsync(ticket))["status"], Is.EqualTo("in_progress"));
        var report = await _shop.IssueAsync(intervention);
        Assert.That(Workshop.LinesOf(report), Is.EqualTo((string[])["call_out 1 piece 25.00", "discount -25.00 100% nobody_there of 1"]));
    }

    [Test]
    public async Task MovedByTheCustomer_IsNotLate()
    {
        // Urgent, owed at 13:00: but the customer wants it at 15:00.
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        var moved = await _shop.DoAsync(intervention, "move", Move("2026-11-23 15:00", "customer_request"));
        Assert.That((string?)moved["appointment"]!["moves"]![0]!["askedBy"], Is.EqualTo("Carla"));
        Assert.That((bool?)moved["appointment"]!["wishedByCustomer"], Is.True);
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence running due Mon 2026-11-23 15:00"));
        _shop.At("2026-11-23 15:00");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 15:00", "2026-11-23 15:15");

        Assert.That(Workshop.GuaranteesOf(done), Is.Empty);
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(intervention)), Is.EqualTo("38.75 0.00 38.75"));
        Assert.That(await _shop.Desk.PromisesAsync(ticket), Has.Some.Contains("presence met due Mon 2026-11-23 15:00"));
        Assert.That(await _shop.Desk.TimelineAsync(ticket, "intervention.moved"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task MovedAsExceptional_IsNotLateForTheOldTime_AndMovedForAnythingElseIsRefused()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        var refused = await _shop.TryAsync(intervention, "move", Move("2026-11-23 15:00", "other"));
        Problem.Expect(refused, 409, "appointment_kept", "/cause");
        Assert.That(refused.Json["allowed"]!.ToJsonString(), Is.EqualTo("""["customer_request","exceptional"]"""));
        Problem.Expect(await _shop.TryAsync(intervention, "cancel", new() { ["cause"] = "other", ["reason"] = "x" }), 409, "appointment_kept", "/cause");
        await _shop.DoAsync(intervention, "move", Move("2026-11-23 15:00", "exceptional"));
        _shop.At("2026-11-23 15:00");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 15:00", "2026-11-23 15:15");

        Assert.That(Workshop.GuaranteesOf(done), Is.Empty);
    }

    [Test]
    public async Task MovedAsExceptional_LeavesThePromiseOfPresenceAsItWas()
    {
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        await _shop.DoAsync(intervention, "move", Move("2026-11-23 15:00", "exceptional"));
        _shop.At("2026-11-23 15:00");

        await _shop.StartAsync(intervention);
        var done = await _shop.CompleteAsync(intervention, "2026-11-23 15:00", "2026-11-23 15:15");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_urgent 100/100/0 2:00"]));
    }

    [Test]
    public async Task NotSolvedThenSolved_TheSecondVisitIsFreeAndComesFirst()
    {
        var (customer, ticket) = await _shop.TicketAsync("silver");
        var urgent = await _shop.ReportAsync(customer, "urgent");
        var first = await _shop.PlanAsync(ticket);
        await _shop.StartAsync(first);
        await _shop.CompleteAsync(first, "2026-11-23 09:00", "2026-11-23 09:30", "not_solved");

        // It is there at once, without anybody asking, and before what is urgent.
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(first)), Is.EqualTo("52.50 0.00 52.50"));
        var queue = (await _shop.Api.ReadAsync("/v1/dispatch-queue"))["data"]!.AsArray().Select(t => (string?)t!["id"]);
        Assert.That(queue, Is.EqualTo((string[])[ticket, urgent]));
        Assert.That((bool?)(await _shop.Desk.TicketAsync(ticket))["followUpOwed"], Is.True);
        var second = (await _shop.Api.ReadAsync($"/v1/interventions?ticketId={ticket}&status=planned"))["data"]!.AsArray().Single()!;
        Assert.That((string?)second["followsInterventionId"], Is.EqualTo(first));

        var id = (string)second["id"]!;
        await _shop.StartAsync(id);
        await _shop.FitAsync(id, await _shop.PartAsync("CAB-3", "12.50"));
        var done = await _shop.CompleteAsync(id, "2026-11-23 09:30", "2026-11-23 10:30");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["follow_up 100/100/100"]));
        var report = await _shop.IssueAsync(id);
        Assert.That(Workshop.LinesOf(report), Is.EqualTo((string[])
        [
            "call_out 1 piece 25.00", "discount -25.00 100% follow_up of 1", "labour 60 minute 55.00", "discount -55.00 100% follow_up of 3",
            "part 1 piece 12.50", "discount -12.50 100% follow_up of 5",
        ]));
        var after = await _shop.Desk.TicketAsync(ticket);
        Assert.That((string?)after["status"], Is.EqualTo("resolved"));
        Assert.That((bool?)after["followUpOwed"], Is.False);
    }

    [Test]
    public async Task OurFault_CostsNothing_AlsoWhereItIsFoundOutLater()
    {
        var (_, ticket) = await _shop.TicketAsync("silver");
        var known = await _shop.PlanAsync(ticket, ourFault: "We had mounted it upside down.");
        await _shop.StartAsync(known);
        await _shop.CompleteAsync(known, "2026-11-23 09:00", "2026-11-23 09:30");
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(known)), Is.EqualTo("52.50 -52.50 0.00"));

        var (_, other) = await _shop.TicketAsync("silver");
        var later = await _shop.PlanAsync(other);
        await _shop.StartAsync(later);
        await _shop.CompleteAsync(later, "2026-11-23 09:30", "2026-11-23 10:00");
        var patched = await _shop.Api.PatchAsync($"/v1/interventions/{later}", """{ "ourFault": "It was our cable." }""", Desk.Any);
        Assert.That(patched.Status, Is.EqualTo(200), patched.Text);
        Assert.That(Workshop.GuaranteesOf(patched.Json), Is.EqualTo((string[])["our_fault 100/100/100"]));
        Assert.That(Workshop.TotalsOf(await _shop.IssueAsync(later)), Is.EqualTo("52.50 -52.50 0.00"));
    }

    [Test]
    public async Task Several_TheBestForTheCustomerCountsOnce()
    {
        // Included in the plan, late for the promise and for the appointment: nothing is taken off twice.
        var (_, ticket) = await _shop.TicketAsync("silver", "urgent", "advanced_hardware_help");
        var intervention = await _shop.PlanAsync(ticket, "2026-11-23 12:00");
        _shop.At("2026-11-23 14:30");
        await _shop.StartAsync(intervention);

        var done = await _shop.CompleteAsync(intervention, "2026-11-23 14:30", "2026-11-23 15:00");

        Assert.That(Workshop.GuaranteesOf(done), Is.EqualTo((string[])["late_urgent 100/100/0 1:30", "late_normal 60/60/0 2:30"]));
        Assert.That(Workshop.LinesOf(await _shop.IssueAsync(intervention)), Is.EqualTo((string[])
        [
            "call_out 1 piece 25.00", "discount -25.00 100% included_in_plan of 1", "labour 30 minute 27.50", "discount -27.50 100% included_in_plan of 3",
        ]));
    }

    private static JsonObject Move(string at, string cause) => new()
    {
        ["startsAt"] = Workshop.Utc(at),
        ["duration"] = "PT1H",
        ["cause"] = cause,
        ["reason"] = "The street is flooded.",
        ["askedBy"] = "Carla",
    };
}
