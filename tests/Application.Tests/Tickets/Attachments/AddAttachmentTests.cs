using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets.Attachments;

public sealed class AddAttachmentTests
{
    private TestDesk _desk = null!;
    private TicketId _ticket;

    [SetUp]
    public async Task Start()
    {
        _desk = new();
        _ticket = await _desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Add_File_IsKeptWithWhatIsKnownOfItAndTold()
    {
        var added = await AddAsync();

        Assert.That(_desk.Application.Attachments.All, Is.EqualTo(new[] { added }));
        Assert.That((added.FileName, added.MediaType, added.Size, added.Sha256), Is.EqualTo(("photo.png", "image/png", 3L, "ab")));
        Assert.That(_desk.Told(_ticket), Does.Contain("ticket.attachment_added"));
    }

    [TestCase(true, TicketStatus.Waiting)]
    [TestCase(false, TicketStatus.New)]
    public async Task Add_WhileTheTicketWaits_EndsThatWhereItIsOfTheCustomer(bool isStaff, TicketStatus expected)
    {
        await _desk.SendAsync(new WaitTicketCommand(_ticket, KnownVersion.Any, "A photograph, please"));
        if (!isStaff)
            _desk.ActAs(TicketSamples.Customer);

        await AddAsync();

        Assert.That(_desk.Tickets[_ticket].Status, Is.EqualTo(expected));
        Assert.That(_desk.Told(_ticket).Contains("ticket.resumed"), Is.EqualTo(!isStaff));
    }

    [Test]
    public void Add_WithoutContent_IsRefused()
    {
        Assert.That(() => AddAsync(size: 0), Refused.With("attachment_empty"));
        Assert.That(_desk.Application.Attachments.All, Is.Empty);
    }

    [Test]
    public void Add_InternalByACustomer_IsRefused()
    {
        _desk.ActAs(TicketSamples.Customer);

        Assert.That(() => AddAsync(isInternal: true), Refused.With("staff_only"));
        Assert.That(_desk.Application.Attachments.All, Is.Empty);
    }

    [Test]
    public async Task Read_InternalFile_IsForStaffAlone()
    {
        var (secret, open) = (await AddAsync(isInternal: true), await AddAsync());
        var forStaff = await ListAsync();
        _desk.ActAs(TicketSamples.Customer);

        Assert.That(forStaff.Items, Is.EqualTo(new[] { secret, open }));
        Assert.That((await ListAsync()).Items, Is.EqualTo(new[] { open }));
        Assert.That(await _desk.SendAsync(new GetAttachmentQuery(_ticket, open.Id)), Is.EqualTo(open));
        await Assert.ThatAsync(() => _desk.SendAsync(new GetAttachmentQuery(_ticket, secret.Id)), Refused.With("attachment_not_found"));
    }

    [Test]
    public async Task Use_OutOfReach_IsNotFound()
    {
        var added = await AddAsync();
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        await Assert.ThatAsync(() => _desk.SendAsync(new CheckAttachmentQuery(_ticket)), Refused.With("ticket_not_found"));
        await Assert.ThatAsync(() => AddAsync(), Refused.With("ticket_not_found"));
        await Assert.ThatAsync(() => ListAsync(), Refused.With("ticket_not_found"));
        await Assert.ThatAsync(() => _desk.SendAsync(new GetAttachmentQuery(_ticket, added.Id)), Refused.With("ticket_not_found"));
    }

    [TestCase(0, "File.FileName: NotEmptyValidator")]
    [TestCase(Attachment.MaxFileNameLength + 1, "File.FileName: MaximumLengthValidator")]
    [TestCase(Attachment.MaxFileNameLength, "")]
    public void Validate_FileName_IsNeededAndBounded(int length, string expected)
    {
        var command = new AddAttachmentCommand(
            _ticket, AttachmentId.New(TicketSamples.ReceivedAt), new(new('x', length), "image/png", false), new(3, "ab"));

        Assert.That(string.Join(' ', Faults.Of(new AddAttachmentValidator(), command)), Is.EqualTo(expected));
    }

    private Task<Attachment> AddAsync(long size = 3, bool isInternal = false) => _desk.SendAsync(new AddAttachmentCommand(
        _ticket, AttachmentId.New(_desk.Application.Clock.Now), new("photo.png", "image/png", isInternal), new(size, "ab")));

    private Task<Page<Attachment>> ListAsync() => _desk.SendAsync(new ListAttachmentsQuery(_ticket, 25, null));
}
