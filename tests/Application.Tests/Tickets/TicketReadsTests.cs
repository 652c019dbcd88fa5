using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class TicketReadsTests
{
    private static readonly TicketFilter Everything = new([], [], [], null, null, null, null);

    private TestDesk _desk = null!;

    [SetUp]
    public void Start() => _desk = new();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task List_HasTheReachOfTheCaller()
    {
        _desk.ActAs(TicketSamples.Customer);

        var tickets = await _desk.SendAsync(new ListTicketsQuery(Everything, TicketOrder.DueFirst, null, 25));

        Assert.That(_desk.Tickets.Asked!.Value.Reach, Is.SameAs(_desk.Application.Caller.Reach));
        Assert.That((_desk.Tickets.Asked.Value.Order, tickets.At), Is.EqualTo(((TicketOrder?)TicketOrder.DueFirst, _desk.Application.Clock.Now)));
    }

    [Test]
    public async Task ListQueue_HasTheReachOfTheCaller()
    {
        _desk.ActAs(TicketSamples.Customer);

        await _desk.SendAsync(new ListDispatchQueueQuery(Everything, null, 25));

        Assert.That(_desk.Tickets.Asked!.Value.Reach, Is.SameAs(_desk.Application.Caller.Reach));
    }

    [Test]
    public async Task Get_WithinReachAndOutOfIt_IsThatTicketOrNone()
    {
        var id = await _desk.OpenAsync();

        Assert.That((await _desk.SendAsync(new GetTicketQuery(id))).Ticket, Is.EqualTo(_desk.Tickets[id]));
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);
        await Assert.ThatAsync(() => _desk.SendAsync(new GetTicketQuery(id)), Refused.With("ticket_not_found"));
    }

    [Test]
    public async Task Timeline_WhatIsInternal_IsForStaffAlone()
    {
        var id = await _desk.OpenAsync();

        await _desk.SendAsync(new ListTimelineQuery(id, 25, 0));
        var forStaff = _desk.Application.Events.AskedOfTicket;
        _desk.ActAs(TicketSamples.Customer);
        await _desk.SendAsync(new ListTimelineQuery(id, 25, 0));

        Assert.That((forStaff, _desk.Application.Events.AskedOfTicket), Is.EqualTo(((id, true), (id, false))));
    }

    [Test]
    public async Task Timeline_OutOfReach_IsNotFound()
    {
        var id = await _desk.OpenAsync();
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        await Assert.ThatAsync(() => _desk.SendAsync(new ListTimelineQuery(id, 25, 0)), Refused.With("ticket_not_found"));
    }

    [Test]
    public void Validate_Filter_IsBoundedInBothLists()
    {
        var wrong = Everything with { Assignee = "", Text = new('x', TicketFilter.MaxTextLength + 1) };
        var longest = Everything with { Assignee = new('x', TicketWords.MaxAssigneeLength), Text = new('x', TicketFilter.MaxTextLength) };
        string[] faults = ["Assignee: LengthValidator", "Text: LengthValidator"];

        Assert.That(Faults.Of(new ListTicketsValidator(), new(wrong, default, null, 25)), Is.EqualTo(faults));
        Assert.That(Faults.Of(new ListTicketsValidator(), new(longest, default, null, 25)), Is.Empty);
        Assert.That(Faults.Of(new ListDispatchQueueValidator(), new(wrong, null, 25)), Is.EqualTo(faults));
        Assert.That(Faults.Of(new ListDispatchQueueValidator(), new(longest, null, 25)), Is.Empty);
    }
}
