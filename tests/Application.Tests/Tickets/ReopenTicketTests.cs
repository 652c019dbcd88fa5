using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class ReopenTicketTests
{
    /// <summary>The end of the fifteenth day after the one on which the ticket ended.</summary>
    private const string LastMinute = "2026-12-08 23:59";

    private const string TooLate = "2026-12-09 00:00";

    private TestDesk _desk = null!;

    [SetUp]
    public void Start() => _desk = new();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Reopen_InTheLastMinute_IsTheSameTicketWithNewPromises()
    {
        var ended = await EndedAsync();
        _desk.Now = LastMinute;

        var reopened = await ReopenAsync(ended);

        var kept = _desk.Tickets[ended];
        Assert.That((reopened.Ticket.Id, kept.Status, kept.Round), Is.EqualTo((ended, TicketStatus.New, 2)));
        Assert.That(_desk.Owed(ended), Is.EqualTo("Response until Wed 2026-12-09 12:00, Confirmation until Wed 2026-12-09 16:00"));
        Assert.That(_desk.Tickets.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Reopen_AMinuteLater_IsANewTicketLinkedToTheOldOne()
    {
        var ended = await EndedAsync(Urgency.Urgent);
        var before = _desk.Tickets[ended];
        _desk.Now = TooLate;

        var taken = await ReopenAsync(ended);

        var kept = _desk.Tickets[taken.Ticket.Id];
        Assert.That(kept.Id, Is.Not.EqualTo(ended));
        Assert.That((kept.Origin.Previous, kept.Report.Subject), Is.EqualTo(((TicketId?)ended, before.Report.Subject)));
        Assert.That((kept.Report.Description, kept.Report.Urgency), Is.EqualTo(("It is silent again", Urgency.Normal)));
        Assert.That(_desk.Owed(kept.Id), Is.EqualTo("Response until Wed 2026-12-09 12:00, Confirmation until Wed 2026-12-09 16:00"));
        Assert.That(_desk.Tickets[ended], Is.EqualTo(before with { Version = before.Version + 1, Revision = before.Revision + 1 }), "else it stays as it is");
        Assert.That(_desk.Told(ended), Has.Member("ticket.taken_up"));
    }

    [Test]
    public async Task Reopen_OnceItWasTakenUp_IsRefusedWithTheNumberOfTheOther()
    {
        var ended = await EndedAsync();
        _desk.Now = TooLate;
        var taken = await ReopenAsync(ended);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => ReopenAsync(ended))!;
        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(("taken_up_already", $"The ticket goes on as {taken.Ticket.Number}: write there.")));
        Assert.That(_desk.Tickets.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Reopen_UnderAContractThatCameMeanwhile_IsUnderItsPlan()
    {
        var ended = await EndedAsync(customer: TestDesk.Other);
        var contract = _desk.Conclude(TestDesk.Other, "gold", "2026-11-25");
        _desk.Now = "2026-11-26 10:00";

        await ReopenAsync(ended);

        Assert.That((_desk.Tickets[ended].Terms.Plan.Value, _desk.Tickets[ended].Terms.ContractId), Is.EqualTo(("gold", contract.Id)));
        Assert.That(_desk.Owed(ended), Does.StartWith("Response until Thu 2026-11-26 11:00"));
    }

    [TestCase(ActorKind.Customer, Channel.Chat, TestName = "Reopen_TooLateByACustomerOfAReportOnAChannelOutsideThePlan_IsTakenUpAgain")]
    [TestCase(ActorKind.Customer, Channel.Integration, TestName = "Reopen_TooLateByACustomerOfAReportByAPartner_IsTakenUpAgain")]
    [TestCase(ActorKind.Partner, Channel.Phone, TestName = "Reopen_TooLateByAPartnerOfAReportByPhone_IsTakenUpAgain")]
    public async Task Reopen_TooLateByWhoDoesNotReportThatWay_IsTakenUpAgain(ActorKind kind, Channel channel)
    {
        var ended = await EndedAsync(channel: channel);
        _desk.Now = TooLate;
        _desk.ActAs(kind == ActorKind.Customer ? TicketSamples.Customer : TicketSamples.Partner);

        var taken = await ReopenAsync(ended);

        Assert.That(_desk.Tickets[taken.Ticket.Id].Origin.Previous, Is.EqualTo(ended));
    }

    [TestCase("2026-11-24 10:00")]
    [TestCase(TooLate)]
    public async Task Reopen_WhatWasCancelledOrIsOpen_IsRefusedHoweverLate(string at)
    {
        var open = await _desk.OpenAsync();
        var cancelled = await _desk.OpenAsync();
        await _desk.SendAsync(new CancelTicketCommand(cancelled, KnownVersion.Any, "It prints again"));
        _desk.Now = at;

        await Assert.ThatAsync(() => ReopenAsync(open), Refused.With("illegal_move"));
        await Assert.ThatAsync(() => ReopenAsync(cancelled), Refused.With("illegal_move"));
    }

    private async Task<TicketId> EndedAsync(
        Urgency urgency = Urgency.Normal, Channel channel = Channel.Email, Domain.Customers.CustomerId? customer = null)
    {
        var ticket = await _desk.OpenAsync(customer, urgency, channel);
        await _desk.ResolveAsync(ticket);
        return ticket;
    }

    private Task<TicketAt> ReopenAsync(TicketId ticket) => _desk.SendAsync(new ReopenTicketCommand(ticket, KnownVersion.Any, "It is silent again"));
}
