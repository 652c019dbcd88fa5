using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Tickets.Attachments;

/// <summary>What <see cref="IAttachmentStore"/> keeps, it gives back: of one ticket, and what is internal only where it is wanted.</summary>
public abstract class AttachmentStoreContract : TicketContract
{
    private static readonly Instant At = TicketSamples.ReceivedAt + Duration.FromTicks(1_234_560);

    [Test]
    public async Task Find_AnyAttachment_HasEveryField([Values] ActorKind kind, [Values] bool isInternal)
    {
        var ticket = await AddAsync(NewTicket());
        var author = new Actor(kind, "Zoë \"Z\" O'Hara", kind == ActorKind.System ? null : TicketSamples.Staff.KeyId);
        var attachment = await KeepAsync(new(
            AttachmentId.New(At), ticket.Id, At, author, "perché '; DROP TABLE attachment -- 😀.png", "image/png", long.MaxValue, new('a', 64), isInternal));

        var found = await FindAsync(ticket.Id, attachment.Id);

        Assert.That(Spelled.Out(found), Is.EqualTo(Spelled.Out(attachment)));
    }

    [Test]
    public async Task Find_OfAnotherTicketOrInternalWhereThatIsNotWanted_IsNull()
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var (open, secret) = (await KeepAsync(File(ticket)), await KeepAsync(File(ticket, isInternal: true)));

        Assert.That(await FindAsync(other.Id, open.Id), Is.Null);
        Assert.That(await FindAsync(ticket.Id, AttachmentId.New(At)), Is.Null);
        Assert.That(await FindAsync(ticket.Id, secret.Id, withInternal: false), Is.Null);
        Assert.That(await FindAsync(ticket.Id, open.Id, withInternal: false), Is.Not.Null);
    }

    [Test]
    public async Task List_PageByPage_HasThoseOfTheTicketTheOldestFirst([Values] bool withInternal, [Values(1, 2, 5, 6)] int limit)
    {
        var (ticket, other) = (await AddAsync(NewTicket()), await AddAsync(NewTicket()));
        var kept = new List<Attachment>();
        for (var i = 0; i < 6; i++)
        {
            kept.Add(await KeepAsync(File(ticket, At + Duration.FromMinutes(i / 2), i % 3 == 1)));
            await KeepAsync(File(other));
        }

        var met = new List<Attachment>();
        Page<Attachment> page;
        do
        {
            page = await Database.UseAsync<IAttachmentStore, Page<Attachment>>(
                attachments => attachments.ListAsync(ticket.Id, withInternal, limit, met.Count == 0 ? null : met[^1].Id, None));
            met.AddRange(page.Items);
        }
        while (page.HasMore);

        Assert.That(
            met.Select(file => file.Id),
            Is.EqualTo(kept.Where(file => withInternal || !file.IsInternal).Select(file => file.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal)));
        Assert.That(met.Select(file => file.At), Is.Ordered);
    }

    private static Attachment File(Ticket ticket, Instant? at = null, bool isInternal = false) => new(
        AttachmentId.New(at ?? At), ticket.Id, at ?? At, TicketSamples.Staff, "photo.png", "image/png", 3, new('a', 64), isInternal);

    private async Task<Attachment> KeepAsync(Attachment attachment)
    {
        await Database.UseAsync<IAttachmentStore>(attachments => attachments.AddAsync(attachment, None));
        return attachment;
    }

    private Task<Attachment?> FindAsync(TicketId ticket, AttachmentId id, bool withInternal = true) =>
        Database.UseAsync<IAttachmentStore, Attachment?>(attachments => attachments.FindAsync(ticket, id, withInternal, None));
}
