using MisterAssist.Application.Billing;
using MisterAssist.Application.Telemetry;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Tests.Tickets;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Telemetry;

/// <summary>Since when what is done in the background has waited.</summary>
public abstract class BacklogReaderContract : TicketContract
{
    private static readonly Instant Received = TicketSamples.ReceivedAt;

    [Test]
    public async Task Backlog_WhereNothingIsToBeDone_IsNone()
    {
        await ChangeAsync((await AddAsync(NewTicket())).Id, ticket => ticket.Resolve("A new cable", TicketSamples.On(Received)));

        Assert.That(await NextCheckAsync(), Is.Null);
        Assert.That(await OldestRunAsync(), Is.Null);
    }

    [Test]
    public async Task NextPromiseCheck_OfSeveralTickets_IsTheEarliest()
    {
        await AddAsync(NewTicket(receivedAt: Received + Duration.FromMinutes(20)));
        var first = await AddAsync(NewTicket(receivedAt: Received + Duration.FromMinutes(10)));

        var next = await NextCheckAsync();

        Assert.That(next, Is.Not.Null.And.EqualTo((await LoadAsync(first.Id)).ToState().NextCheckAt));
    }

    [Test]
    public async Task OldestBillingRun_OfSeveral_IsTheFirstThatIsStillRunning()
    {
        var (over, oldest) = (Run(0), Run(1));
        foreach (var run in new[] { over, oldest, Run(2) })
            await Database.UseAsync<IBillingRunStore>(runs => runs.AddAsync(run, None));
        over.Cancel(Received);
        await Database.UseAsync<IBillingRunStore>(runs => runs.SaveAsync(over, [], None));

        Assert.That(await OldestRunAsync(), Is.EqualTo(oldest.ToState().CreatedAt));
    }

    private static BillingRun Run(int hours) =>
        BillingRun.Start(new(2026, 1), issues: false, customers: 1, new(Actor.System, Received + Duration.FromHours(hours)));

    private Task<Instant?> NextCheckAsync() => Database.UseAsync<IBacklogReader, Instant?>(backlog => backlog.NextPromiseCheckAsync(None));

    private Task<Instant?> OldestRunAsync() => Database.UseAsync<IBacklogReader, Instant?>(backlog => backlog.OldestBillingRunAsync(None));
}
