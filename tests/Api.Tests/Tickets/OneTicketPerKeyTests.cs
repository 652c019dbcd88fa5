namespace MisterAssist.Api.Tests.Tickets;

public sealed class OneTicketPerKeyTests
{
    [Test]
    public async Task Reports_TenAtOnceWithOneIdempotencyKey_MakeOneTicketWithItsPromisesAndEventsOnce()
    {
        using var desk = new Desk("2026-11-16 10:00");
        var customer = await desk.CustomerAsync("gold");
        var events = (await desk.Api.ReadAsync("/v1/events?limit=100"))["data"]!.AsArray().Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            desk.Api.PostAsync("/v1/tickets", Desk.Report(customer), ("Idempotency-Key", "one-report"))));
        var again = await desk.Api.PostAsync("/v1/tickets", Desk.Report(customer), ("Idempotency-Key", "one-report"));

        var given = answers.Where(answer => answer.Status == 201).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Except(given).All(answer => answer.Status == 409 && answer.Header("Retry-After") is not null), Is.True);
            Assert.That(given.Append(again).Select(answer => answer.Text).Distinct(), Has.Exactly(1).Items);
            Assert.That(given.Append(again).Select(answer => answer.Header("ETag")).Distinct(), Has.Exactly(1).Items);
            Assert.That(given.Count(answer => answer.Header("Idempotency-Replayed") is null), Is.EqualTo(1));
            Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
            var tickets = await Desk.AllAsync(desk.Api, "/v1/tickets?limit=100");
            Assert.That(tickets, Has.Count.EqualTo(1));
            var ticket = (string)tickets[0]["id"]!;
            Assert.That(await desk.PromisesAsync(ticket), Has.Length.EqualTo(2));
            Assert.That(await desk.TimelineAsync(ticket), Has.Length.EqualTo(3));
            Assert.That((await desk.Api.ReadAsync("/v1/events?limit=100"))["data"]!.AsArray(), Has.Count.EqualTo(events + 3));
        }

        var next = await desk.TicketAsync(await desk.OpenAsync(customer));
        Assert.That((string?)next["number"], Is.EqualTo("2026-000002"), "the others took no number");
    }
}
