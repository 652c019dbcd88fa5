using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets;

/// <summary>Tickets that have something to raise are taken by one of those who look for them.</summary>
public abstract class DueTicketContract : TicketContract
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);
    private static readonly Duration Lease = Duration.FromHours(1);

    [Test]
    public async Task ClaimDue_Some_TakesThoseThatHaveWaitedLongestUpToALimit()
    {
        var ids = new List<TicketId>();
        foreach (var minutes in new[] { 30, 10, 20 })
            ids.Add((await AddAsync(NewTicket(receivedAt: TicketSamples.ReceivedAt + Duration.FromMinutes(minutes)))).Id);
        var instants = new List<Instant>();
        foreach (var id in ids)
            instants.Add((await LoadAsync(id)).ToState().NextCheckAt!.Value);

        Assert.That(await ClaimAsync(instants[1] - Microsecond), Is.Empty);
        Assert.That(await ClaimAsync(instants[0], limit: 2), Is.EqualTo(new[] { ids[1], ids[2] }), "by id, which is the order in which they were made");
        Assert.That(await ClaimAsync(instants[0]), Is.EqualTo(new[] { ids[0] }), "its instant has come");
    }

    [Test]
    public async Task ClaimDue_OfWhatWasTaken_GivesNothingUntilItsTimeIsOver()
    {
        var id = (await AddAsync(NewTicket())).Id;
        var due = (await LoadAsync(id)).ToState().NextCheckAt!.Value;

        Assert.That(await ClaimAsync(due), Is.EqualTo(new[] { id }));
        Assert.That(await ClaimAsync(due + Lease - Microsecond), Is.Empty);
        Assert.That(await ClaimAsync(due + Lease), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task ClaimDue_InATransactionThatIsUndone_TakesNothing()
    {
        var id = (await AddAsync(NewTicket())).Id;
        var due = (await LoadAsync(id)).ToState().NextCheckAt!.Value;
        Assert.ThrowsAsync<TimeoutException>(() => InTransactionAsync(async tickets =>
        {
            await tickets.ClaimDueAsync(due, due + Lease, 25, None);
            throw new TimeoutException();
        }));

        Assert.That(await ClaimAsync(due), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task ClaimDue_ByManyAtOnce_GivesEachToOne()
    {
        var ids = new List<TicketId>();
        for (var i = 0; i < 12; i++)
            ids.Add((await AddAsync(NewTicket())).Id);
        var due = (await LoadAsync(ids[^1])).ToState().NextCheckAt!.Value;

        var claimed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ClaimAsync(due, limit: 3))));

        Assert.That(claimed.SelectMany(one => one), Is.EquivalentTo(ids));
        Assert.That(claimed.Select(one => one.Count), Has.All.LessThanOrEqualTo(3));
    }

    [Test]
    public async Task ClaimDue_WhereNothingIsToBeRaised_TakesNothing()
    {
        var id = (await AddAsync(NewTicket())).Id;
        await ChangeAsync(id, ticket => ticket.Resolve("A new cable", TicketSamples.On(TicketSamples.ReceivedAt + Duration.FromHours(1))));

        Assert.That(await ClaimAsync(TicketSamples.ReceivedAt + Duration.FromDays(99)), Is.Empty);
    }

    private Task<IReadOnlyList<TicketId>> ClaimAsync(Instant now, int limit = 25) =>
        Database.UseAsync<ITicketStore, IReadOnlyList<TicketId>>(tickets => tickets.ClaimDueAsync(now, now + Lease, limit, None));
}
