using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class ChangeTicketTests
{
    private TestDesk _desk = null!;
    private TicketId _ticket;

    private Report Reported => _desk.Tickets[_ticket].Report;

    [SetUp]
    public async Task Start()
    {
        _desk = new();
        _ticket = await _desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Change_ToUrgent_DerivesThePromisesAnew()
    {
        _desk.Now = "2026-11-23 12:00";

        var changed = await ChangeAsync(Reported with { Urgency = Urgency.Urgent });

        Assert.That(_desk.Owed(_ticket), Is.EqualTo("Response until Mon 2026-11-23 15:00, Presence until Mon 2026-11-23 16:00"));
        Assert.That(changed.Ticket.Version, Is.EqualTo(2).And.EqualTo(_desk.Tickets[_ticket].Version));
        Assert.That(_desk.Told(_ticket), Does.Contain("ticket.changed"));
    }

    [Test]
    public async Task Change_ToUrgentOnceThePlanHasAnotherVersion_IsByTheOneOfReception()
    {
        var silver = (await _desk.Application.Plans.FindAsync(new("silver"), CancellationToken.None))!;
        silver.Publish(PlanSamples.Terms(targets: PlanSamples.Targets(response: 1, presence: 1)), null, [], _desk.Application.Clock.Now);
        _desk.Now = "2026-11-23 12:00";

        await ChangeAsync(Reported with { Urgency = Urgency.Urgent });

        Assert.That(_desk.Tickets[_ticket].Terms.PlanVersion, Is.EqualTo(1));
        Assert.That(_desk.Owed(_ticket), Is.EqualTo("Response until Mon 2026-11-23 15:00, Presence until Mon 2026-11-23 16:00"));
    }

    [Test]
    public async Task Change_ToTheSame_KeepsTheVersionAndTellsNothing()
    {
        var changed = await ChangeAsync(Reported);

        Assert.That((changed.Ticket.Version, _desk.Tickets[_ticket].Version), Is.EqualTo((1, 1)));
        Assert.That(_desk.Told(_ticket), Does.Not.Contain("ticket.changed"));
    }

    [Test]
    public async Task Change_Assignee_IsKept()
    {
        await ChangeAsync(Reported, "Bruno");

        Assert.That(_desk.Tickets[_ticket].Assignee, Is.EqualTo("Bruno"));
    }

    [Test]
    public void Change_WithAnotherVersionInMind_IsStale()
    {
        var command = new ChangeTicketCommand(_ticket, KnownVersion.Of(7), Reported, "Bruno");

        var stale = Assert.ThrowsAsync<StaleVersionException>(() => _desk.SendAsync(command));

        Assert.That((stale!.Current, _desk.Tickets[_ticket].Assignee), Is.EqualTo((1L, (string?)null)));
    }

    [Test]
    public void Change_WhatItNames_HasToBeThere()
    {
        Assert.That(() => ChangeAsync(Reported with { SiteId = SiteId.New(TicketSamples.ReceivedAt) }), Refused.With("unknown_site"));
        Assert.That(() => ChangeAsync(Reported with { ContactId = ContactId.New(TicketSamples.ReceivedAt) }), Refused.With("unknown_contact"));
        Assert.That(() => ChangeAsync(Reported with { Service = "haircut" }), Refused.With("unknown_service"));
    }

    [Test]
    public async Task Change_OfATicketWhoseSiteWasRemovedMeanwhile_KeepsTheSite()
    {
        var place = PostalAddress.Create("Via Roma 1", "41121", "Modena", "MO", CountryCode.Italy, "address");
        var site = Site.Open(TestDesk.Customer, new("Shop", place, Schedules.Rome, null), TicketSamples.ReceivedAt);
        _desk.Application.Customers.Have(site);
        _ticket = await _desk.OpenAsync(site: site.Id);
        site.Remove(_desk.Application.Clock.Now);

        await ChangeAsync(Reported, "Bruno");

        var kept = _desk.Tickets[_ticket];
        Assert.That((kept.Report.SiteId, kept.Assignee), Is.EqualTo(((SiteId?)site.Id, "Bruno")));
    }

    [Test]
    public void Change_ByACustomer_AssignsNobody()
    {
        _desk.ActAs(TicketSamples.Customer);

        Assert.That(() => ChangeAsync(Reported, "Bruno"), Refused.With("staff_only"));
    }

    [Test]
    public void Change_OfATicketOutOfReach_IsNotFound()
    {
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        Assert.That(() => ChangeAsync(Reported), Refused.With("ticket_not_found"));
    }

    [Test]
    public async Task Change_OnceResolved_IsRefused()
    {
        await _desk.ResolveAsync(_ticket);

        await Assert.ThatAsync(() => ChangeAsync(Reported with { Subject = "The scanner" }), Refused.With("ticket_not_open"));
    }

    [Test]
    public void Validate_EachField_IsBounded()
    {
        var command = new ChangeTicketCommand(_ticket, KnownVersion.Any, Reported with { Subject = "" }, new('x', TicketWords.MaxAssigneeLength + 1));
        var longest = new ChangeTicketCommand(_ticket, KnownVersion.Any, Reported, new('x', TicketWords.MaxAssigneeLength));

        Assert.That(Faults.Of(new ChangeTicketValidator(), command), Is.EqualTo(new[] { "Assignee: LengthValidator", "Subject: NotEmptyValidator" }));
        Assert.That(Faults.Of(new ChangeTicketValidator(), longest), Is.Empty);
    }

    private Task<TicketAt> ChangeAsync(Report report, string? assignee = null) =>
        _desk.SendAsync(new ChangeTicketCommand(_ticket, KnownVersion.Any, report, assignee));
}
