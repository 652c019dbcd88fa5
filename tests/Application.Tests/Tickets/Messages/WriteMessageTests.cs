using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets.Messages;

public sealed class WriteMessageTests
{
    private const string TooLate = "2026-12-09 00:00";

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
    public async Task Write_PublicByStaff_AnswersTheCustomer()
    {
        _desk.Now = "2026-11-23 12:00";

        var message = await WriteAsync();

        Assert.That((message.At, message.Author), Is.EqualTo((Moments.Rome("2026-11-23 12:00"), _desk.Application.Caller.Actor)));
        Assert.That(_desk.Application.Messages.All, Is.EqualTo(new[] { message }));
        Assert.That((_desk.Tickets[_ticket].Status, _desk.Owed(_ticket)), Is.EqualTo((TicketStatus.Acknowledged, "Confirmation until Mon 2026-11-23 19:00")));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Write_InternalOrAutomatic_AnswersNobody(bool isInternal, bool isAutomatic)
    {
        await WriteAsync(isInternal, isAutomatic);

        Assert.That(_desk.Owed(_ticket), Does.StartWith("Response until Mon 2026-11-23 15:00"));
        Assert.That(_desk.Tickets.Events[^1].IsInternal, Is.EqualTo(isInternal));
    }

    [Test]
    public async Task Write_ByTheCustomerOnATicketThatWaits_LetsItGoOn()
    {
        await _desk.SendAsync(new WaitTicketCommand(_ticket, KnownVersion.Any, "Which printer?"));
        _desk.Now = "2026-11-23 12:00";
        _desk.ActAs(TicketSamples.Customer);

        await WriteAsync();

        Assert.That(_desk.Tickets[_ticket].Status, Is.EqualTo(TicketStatus.New));
        Assert.That(_desk.Owed(_ticket), Is.EqualTo("Response until Mon 2026-11-23 15:00, Confirmation until Mon 2026-11-23 20:00"));
    }

    [Test]
    public async Task Write_ThanksOnAResolvedTicket_IsKeptAndRestartsNothing()
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = "2026-12-08 23:59";
        _desk.ActAs(TicketSamples.Customer);

        var message = await WriteAsync();

        Assert.That((message.TicketId, _desk.Tickets.All.Count), Is.EqualTo((_ticket, 1)));
        Assert.That((_desk.Tickets[_ticket].Status, _desk.Owed(_ticket)), Is.EqualTo((TicketStatus.Resolved, "")));
    }

    [Test]
    public async Task Write_ByTheCustomerAfterTheWindow_OpensANewTicketWithTheMessageOnIt()
    {
        await _desk.ResolveAsync(_ticket);
        var before = _desk.Tickets[_ticket];
        _desk.Now = TooLate;
        _desk.ActAs(TicketSamples.Customer);

        var message = await WriteAsync();

        var taken = _desk.Tickets[message.TicketId];
        Assert.That((taken.Origin.Previous, taken.Report.Description), Is.EqualTo(((TicketId?)_ticket, message.Body)));
        Assert.That(_desk.Owed(taken.Id), Is.EqualTo("Response until Wed 2026-12-09 12:00, Confirmation until Wed 2026-12-09 16:00"));
        Assert.That(_desk.Told(taken.Id), Is.SupersetOf(new[] { "ticket.created", "ticket.message_added" }));
        Assert.That(_desk.Tickets[_ticket].Status, Is.EqualTo(before.Status));
        Assert.That(_desk.Told(_ticket), Has.Member("ticket.taken_up"));
    }

    [Test]
    public async Task Write_AgainAfterTheWindow_IsOnTheTicketThatTookItUp()
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = TooLate;
        _desk.ActAs(TicketSamples.Customer);

        var first = await WriteAsync();
        var second = await WriteAsync();

        Assert.That((second.TicketId, _desk.Tickets.All.Count), Is.EqualTo((first.TicketId, 2)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Write_ByStaffAfterTheWindow_StaysOnTheOldTicket(bool isAutomatic)
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = TooLate;

        var message = await WriteAsync(isAutomatic: isAutomatic);

        Assert.That((message.TicketId, _desk.Tickets.All.Count), Is.EqualTo((_ticket, 1)));
    }

    [Test]
    public async Task Write_ByTheCustomerOnAMergedTicket_IsOnTheOneInWhichItGoesOnAndEndsItsWaiting()
    {
        var other = await _desk.OpenAsync();
        await _desk.SendAsync(new MergeTicketCommand(_ticket, KnownVersion.Any, other));
        await _desk.SendAsync(new WaitTicketCommand(other, KnownVersion.Any, "Which printer?"));
        _desk.ActAs(TicketSamples.Customer);

        var message = await WriteAsync();

        Assert.That((message.TicketId, _desk.Tickets[other].Status), Is.EqualTo((other, TicketStatus.New)));
    }

    [Test]
    public async Task Write_AfterTheWindowOfAReportOnAChannelOutsideThePlan_OpensANewTicketToo()
    {
        _ticket = await _desk.OpenAsync(channel: Channel.Chat);
        await _desk.ResolveAsync(_ticket);
        _desk.Now = TooLate;
        _desk.ActAs(TicketSamples.Customer);

        var message = await WriteAsync();

        Assert.That(_desk.Tickets[message.TicketId].Origin.Previous, Is.EqualTo(_ticket));
    }

    [Test]
    public async Task Write_InternalAfterTheWindow_StaysOnTheOldTicket()
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = TooLate;

        var message = await WriteAsync(isInternal: true);

        Assert.That((message.TicketId, _desk.Tickets.All.Count), Is.EqualTo((_ticket, 1)));
    }

    [Test]
    public void Write_InternalByACustomer_IsRefusedAndNotKept()
    {
        _desk.ActAs(TicketSamples.Customer);

        Assert.That(() => WriteAsync(isInternal: true), Refused.With("staff_only"));
        Assert.That(_desk.Application.Messages.All, Is.Empty);
    }

    [Test]
    public void Write_OutOfReach_IsNotFound()
    {
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        Assert.That(() => WriteAsync(), Refused.With("ticket_not_found"));
    }

    [Test]
    public async Task Read_InternalMessage_IsForStaffAlone()
    {
        var (secret, open) = (await WriteAsync(isInternal: true), await WriteAsync());
        var forStaff = await ListAsync();
        _desk.ActAs(TicketSamples.Customer);

        Assert.That(forStaff.Items, Is.EqualTo(new[] { secret, open }));
        Assert.That((await ListAsync()).Items, Is.EqualTo(new[] { open }));
        Assert.That(await _desk.SendAsync(new GetMessageQuery(_ticket, open.Id)), Is.EqualTo(open));
        await Assert.ThatAsync(() => _desk.SendAsync(new GetMessageQuery(_ticket, secret.Id)), Refused.With("message_not_found"));
    }

    [Test]
    public async Task Read_OutOfReach_IsNotFound()
    {
        var message = await WriteAsync();
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        await Assert.ThatAsync(() => _desk.SendAsync(new GetMessageQuery(_ticket, message.Id)), Refused.With("ticket_not_found"));
        await Assert.ThatAsync(() => ListAsync(), Refused.With("ticket_not_found"));
    }

    [Test]
    public void Validate_Body_IsNeededAndBounded()
    {
        Assert.That(Of(""), Is.EqualTo(new[] { "Body: NotEmptyValidator" }));
        Assert.That(Of(new('x', Message.MaxLength)), Is.Empty);
        Assert.That(Of(new('x', Message.MaxLength + 1)), Is.EqualTo(new[] { "Body: MaximumLengthValidator" }));

        IReadOnlyList<string> Of(string body) => Faults.Of(new WriteMessageValidator(), new(_ticket, body, false, false));
    }

    private Task<Message> WriteAsync(bool isInternal = false, bool isAutomatic = false) =>
        _desk.SendAsync(new WriteMessageCommand(_ticket, "Thanks!", isInternal, isAutomatic));

    private Task<Page<Message>> ListAsync() => _desk.SendAsync(new ListMessagesQuery(_ticket, 25, null));
}
