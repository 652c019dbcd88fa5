using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets;

/// <summary>A database with the founding plans, and tickets in it that are kept as the use cases keep them: each in a transaction.</summary>
public abstract class TicketContract : StoreContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected static readonly CustomerId Other = CustomerId.New(TicketSamples.ReceivedAt);

    private int _count;

    [SetUp]
    public async Task PublishPlans()
    {
        _count = 0;
        foreach (var plan in FoundingPlans.PublishedAt(PlanSamples.FirstEffectiveAt))
            await Database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(plan, None));
    }

    /// <summary>A ticket with the next number, not kept yet.</summary>
    protected Ticket NewTicket(
        string plan = "silver", string subject = "The printer is silent", Urgency urgency = Urgency.Normal, Instant? receivedAt = null,
        CustomerId? customer = null) =>
        TicketSamples.Ticket(plan, TicketSamples.Report(subject, urgency), TicketSamples.Origin(receivedAt), customer, ++_count);

    protected async Task<Ticket> AddAsync(Ticket ticket)
    {
        await InTransactionAsync(tickets => tickets.AddAsync(ticket, None));
        return ticket;
    }

    protected Task SaveAsync(Ticket ticket) => InTransactionAsync(tickets => tickets.SaveAsync(ticket, None));

    protected async Task<Ticket> LoadAsync(TicketId id) =>
        (await Database.UseAsync<ITicketStore, Ticket?>(tickets => tickets.FindAsync(id, CustomerReach.All, None)))!;

    protected async Task ChangeAsync(TicketId id, Action<Ticket> change)
    {
        var ticket = await LoadAsync(id);
        change(ticket);
        await SaveAsync(ticket);
    }

    /// <summary>Lets a ticket go on in another; what belongs to it does not go along.</summary>
    protected async Task MergeAsync(TicketId id, TicketId into)
    {
        var (ticket, other) = (await LoadAsync(id), await LoadAsync(into));
        ticket.MergeInto(other, TicketSamples.On(TicketSamples.ReceivedAt), FoundingClocks.WithoutClosures);
        await SaveAsync(ticket);
    }

    protected async Task InTransactionAsync(Func<ITicketStore, Task> work)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var tickets = scope.ServiceProvider.GetRequiredService<ITicketStore>();
        await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(
            async () =>
            {
                await work(tickets);
                return true;
            },
            None);
    }

    protected Task<TResult> ReadAsync<TResult>(Func<ITicketReader, Task<TResult>> read) => Database.UseAsync(read);
}
