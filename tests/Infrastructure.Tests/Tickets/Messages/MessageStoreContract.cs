using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets.Messages;

/// <summary>What <see cref="IMessageStore"/> keeps, it gives back: of one ticket, and what is internal only where it is wanted.</summary>
public abstract class MessageStoreContract : TicketContract
{
    private static readonly Instant At = TicketSamples.ReceivedAt + Duration.FromTicks(1_234_560);

    [Test]
    public async Task Find_AnyMessage_HasEveryField([Values] ActorKind kind, [Values] bool isInternal, [Values] bool isAutomatic)
    {
        var ticket = await AddAsync(NewTicket());
        var author = new Actor(kind, "Zoë \"Z\" O'Hara", kind == ActorKind.System ? null : TicketSamples.Staff.KeyId);
        var message = await WriteAsync(TicketSamples.Message(ticket, At, author, isInternal, isAutomatic, "Perché?\n'; DROP TABLE message -- 😀"));

        var found = await FindAsync(ticket.Id, message.Id);

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(message)));
    }

    [Test]
    public async Task Find_OfAnotherTicketOrInternalWhereThatIsNotWanted_IsNull()
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var (open, secret) = (await WriteAsync(TicketSamples.Message(ticket, At)), await WriteAsync(TicketSamples.Message(ticket, At, isInternal: true)));

        Assert.That(await FindAsync(other.Id, open.Id), Is.Null);
        Assert.That(await FindAsync(ticket.Id, MessageId.New(At)), Is.Null);
        Assert.That(await FindAsync(ticket.Id, secret.Id, withInternal: false), Is.Null);
        Assert.That(await FindAsync(ticket.Id, open.Id, withInternal: false), Is.Not.Null);
    }

    [Test]
    public async Task List_PageByPage_HasThoseOfTheTicketTheOldestFirst([Values] bool withInternal, [Values(1, 2, 5, 6)] int limit)
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var written = new List<Message>();
        for (var i = 0; i < 6; i++)
        {
            written.Add(await WriteAsync(TicketSamples.Message(ticket, At + Duration.FromMinutes(i / 2), isInternal: i % 3 == 1)));
            await WriteAsync(TicketSamples.Message(other, At));
        }

        var met = new List<Message>();
        Page<Message> page;
        do
        {
            page = await Database.UseAsync<IMessageStore, Page<Message>>(
                messages => messages.ListAsync(ticket.Id, withInternal, limit, met.Count == 0 ? null : met[^1].Id, None));
            met.AddRange(page.Items);
        }
        while (page.HasMore);

        Assert.That(
            met.Select(message => message.Id),
            Is.EqualTo(written.Where(message => withInternal || !message.IsInternal).Select(message => message.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal)));
        Assert.That(met.Select(message => message.At), Is.Ordered);
    }

    private async Task<Message> WriteAsync(Message message)
    {
        await Database.UseAsync<IMessageStore>(messages => messages.AddAsync(message, None));
        return message;
    }

    private Task<Message?> FindAsync(TicketId ticket, MessageId id, bool withInternal = true) =>
        Database.UseAsync<IMessageStore, Message?>(messages => messages.FindAsync(ticket, id, withInternal, None));
}
