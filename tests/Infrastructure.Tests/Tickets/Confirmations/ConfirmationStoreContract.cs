using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets.Confirmations;

/// <summary>What was sent is kept as it was sent, of one ticket.</summary>
public abstract class ConfirmationStoreContract : TicketContract
{
    private static readonly Instant At = TicketSamples.ReceivedAt + Duration.FromTicks(1_234_560);

    [Test]
    public async Task Find_AnyConfirmation_HasEveryField(
        [Values] InterventionMode mode, [Values] EntitlementKind kind, [Values] bool withAll)
    {
        var ticket = await AddAsync(NewTicket());
        var proposal = new Proposal(
            "Perché?\n'; DROP TABLE confirmation -- 😀", mode, At + Duration.FromHours(2), Duration.FromSeconds(86_400), withAll ? Money.Largest : null,
            withAll ? "The street is flooded." : null);
        var sent = await SendAsync(new(
            ConfirmationId.New(At), ticket.Id, At, withAll ? TicketSamples.Staff : Actor.System, proposal, Entitlement.Of(kind), withAll ? At : null));

        Assert.That(Spelled.Out(await FindAsync(ticket.Id, sent.Id)), Is.EqualTo(Spelled.Out(sent)));
    }

    [Test]
    public async Task Find_OfAnotherTicket_IsNull()
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var sent = await SendAsync(Confirmation(ticket));

        Assert.That(await FindAsync(other.Id, sent.Id), Is.Null);
        Assert.That(await FindAsync(ticket.Id, ConfirmationId.New(At)), Is.Null);
    }

    [Test]
    public async Task List_InPages_HasEachOfTheTicketOnceTheOldestFirst()
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var expected = new List<ConfirmationId>();
        for (var i = 0; i < 3; i++)
        {
            expected.Add((await SendAsync(Confirmation(ticket, At + Duration.FromSeconds(i)))).Id);
            await SendAsync(Confirmation(other, At + Duration.FromSeconds(i)));
        }

        var first = await ListAsync(ticket.Id, null);
        var second = await ListAsync(ticket.Id, first.Items[^1].Id);

        Assert.That(first.Items.Concat(second.Items).Select(confirmation => confirmation.Id), Is.EqualTo(expected));
        Assert.That((first.HasMore, second.HasMore), Is.EqualTo((true, false)));
    }

    private static Confirmation Confirmation(Ticket ticket, Instant? at = null) => new(
        ConfirmationId.New(at ?? At), ticket.Id, at ?? At, TicketSamples.Staff, TicketSamples.Proposal(at ?? At), Entitlement.Unknown, null);

    private async Task<Confirmation> SendAsync(Confirmation confirmation)
    {
        await Database.UseAsync<IConfirmationStore>(confirmations => confirmations.AddAsync(confirmation, None));
        return confirmation;
    }

    private Task<Confirmation?> FindAsync(TicketId ticket, ConfirmationId id) =>
        Database.UseAsync<IConfirmationStore, Confirmation?>(confirmations => confirmations.FindAsync(ticket, id, None));

    private Task<Page<Confirmation>> ListAsync(TicketId ticket, ConfirmationId? after) =>
        Database.UseAsync<IConfirmationStore, Page<Confirmation>>(confirmations => confirmations.ListAsync(ticket, 2, after, None));
}
