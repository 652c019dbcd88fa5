using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets;

/// <summary>The desk on a Monday at 11:00 in Rome: the founding plans, a customer, and until a test says otherwise a contract on Silver.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    public const string Opened = "2026-11-23 11:00";

    public TestDesk(string? plan = "silver")
    {
        Now = Opened;
        Application.Customers.Have(Customer, Other);
        if (plan is not null)
            Contract = Conclude(Customer, plan, "2026-11-01");
    }

    public static CustomerId Customer => TicketSamples.CustomerId;

    /// <summary>Another customer, without a contract.</summary>
    public static CustomerId Other { get; } = CustomerId.New(TicketSamples.ReceivedAt);

    public TestApplication Application { get; } = TestApplication.WithFoundingPlans();

    public Contract? Contract { get; }

    /// <summary>What the wall in Rome shows.</summary>
    public string Now
    {
        get => Moments.OnTheWall(Application.Clock.Now);
        set => Application.Clock.Now = Moments.Rome(value);
    }

    public TicketsInMemory Tickets => Application.Tickets;

    public Contract Conclude(CustomerId customer, string plan, string from)
    {
        var term = ContractTerm.Create(NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value, null);
        var contract = Contract.Conclude(customer, term, new(plan), Moments.Rome("2026-10-01 09:00"));
        Application.Contracts.Have(contract);
        return contract;
    }

    public static OpenTicketCommand Report(
        CustomerId? customer = null, Report? report = null, Channel channel = Channel.Email, string? receivedAt = null, string? lateNote = null,
        TicketId? previous = null) =>
        new(customer ?? Customer, report ?? TicketSamples.Report(), channel, receivedAt is null ? null : Moments.Rome(receivedAt), lateNote, previous);

    public async Task<TicketId> OpenAsync(
        CustomerId? customer = null, Urgency urgency = Urgency.Normal, Channel channel = Channel.Email, SiteId? site = null) =>
        (await SendAsync(Report(customer, TicketSamples.Report(urgency: urgency, siteId: site), channel))).Ticket.Id;

    /// <summary>Somebody who may see what is the customer's, and no more.</summary>
    public void ActAs(Actor actor, CustomerId? within = null)
    {
        Application.Caller.Actor = actor;
        Application.Caller.Reach = actor.Kind == ActorKind.Staff && within is null ? CustomerReach.All : CustomerReach.Of([within ?? Customer]);
    }

    public Task<TicketAt> ResolveAsync(TicketId id) => SendAsync(new ResolveTicketCommand(id, KnownVersion.Any, "A new cable"));

    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request) => Application.SendAsync(request);

    /// <summary>What is owed on a ticket: <c>Response until Mon 2026-11-23 15:00, Confirmation paused</c>.</summary>
    public string Owed(TicketId id) => string.Join(
        ", ",
        Tickets[id].Promises.Where(p => p.IsOwed).Select(p => $"{p.Kind} {(p.DueAt is { } due ? $"until {Moments.OnTheWall(due)}" : "paused")}"));

    /// <summary>The types of what was recorded on a ticket, in order.</summary>
    public IEnumerable<string> Told(TicketId id) => Tickets.Events.Where(e => e.TicketId == id).Select(e => e.Type);

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}
