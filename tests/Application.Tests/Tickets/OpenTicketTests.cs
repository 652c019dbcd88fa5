using FluentValidation;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class OpenTicketTests
{
    private TestDesk _desk = null!;

    private static IEnumerable<TestCaseData> Refusals =>
    [
        Refusal("customer_not_found", TestDesk.Report(CustomerId.New(TicketSamples.ReceivedAt))),
        Refusal("customer_not_found", TestDesk.Report(TestDesk.Other), TicketSamples.Customer),
        Refusal("unknown_site", TestDesk.Report(report: TicketSamples.Report(siteId: SiteId.New(TicketSamples.ReceivedAt)))),
        Refusal("unknown_contact", TestDesk.Report(report: TicketSamples.Report(contactId: ContactId.New(TicketSamples.ReceivedAt)))),
        Refusal("unknown_service", TestDesk.Report(report: TicketSamples.Report(service: "haircut"))),
        Refusal("unknown_ticket", TestDesk.Report(previous: TicketId.New(TicketSamples.ReceivedAt))),
        Refusal("received_in_the_future", TestDesk.Report(receivedAt: "2026-11-23 11:01", lateNote: "Clairvoyance")),
        Refusal("received_too_long_ago", TestDesk.Report(receivedAt: "2026-11-20 10:59", lateNote: "Lost in the post")),
        Refusal("late_note_needed", TestDesk.Report(receivedAt: "2026-11-23 10:59")),
        Refusal("staff_only", TestDesk.Report(receivedAt: "2026-11-23 10:59", lateNote: "It was me"), TicketSamples.Customer),
        Refusal("channel_not_in_plan", TestDesk.Report(channel: Channel.Chat), TicketSamples.Customer),
        Refusal("channel_not_of_key", TestDesk.Report(channel: Channel.Email), TicketSamples.Partner),
        Refusal("channel_not_of_key", TestDesk.Report(channel: Channel.Integration), TicketSamples.Customer),
    ];

    [SetUp]
    public void Start() => _desk = new();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Open_ForAContractCustomer_GetsTheContractsPlanANumberAndPromises()
    {
        var opened = await _desk.SendAsync(TestDesk.Report());

        var kept = _desk.Tickets[opened.Ticket.Id];
        Assert.That((kept.Terms.Plan.Value, kept.Terms.ContractId), Is.EqualTo(("silver", _desk.Contract!.Id)));
        Assert.That(kept.Number.ToString(), Is.EqualTo("2026-000001"));
        Assert.That(_desk.Owed(kept.Id), Is.EqualTo("Response until Mon 2026-11-23 15:00, Confirmation until Mon 2026-11-23 19:00"));
        Assert.That(kept.Origin.Reporter, Is.EqualTo(_desk.Application.Caller.Actor));
        Assert.That(_desk.Told(kept.Id), Has.Exactly(1).EqualTo("ticket.created"));
        Assert.That((opened.At, opened.Ticket.Version), Is.EqualTo((Moments.Rome(TestDesk.Opened), kept.Version)));
    }

    [Test]
    public async Task Open_ForACustomerWithoutAContract_IsStandard()
    {
        var opened = await _desk.SendAsync(TestDesk.Report(TestDesk.Other));

        Assert.That((opened.Ticket.Terms.Plan, opened.Ticket.Terms.ContractId), Is.EqualTo((PlanCode.Standard, (Domain.Contracts.ContractId?)null)));
    }

    [TestCase("2026-11-24", "standard", TestName = "Open_OnTheDayBeforeTheContractBegins_IsStandard")]
    [TestCase("2026-11-23", "gold", TestName = "Open_OnTheFirstDayOfTheContract_IsUnderIt")]
    public async Task Open_AroundTheBeginOfAContract_GoesByTheInstant(string from, string expected)
    {
        _desk.Conclude(TestDesk.Other, "gold", from);

        var opened = await _desk.SendAsync(TestDesk.Report(TestDesk.Other));

        Assert.That(opened.Ticket.Terms.Plan.Value, Is.EqualTo(expected));
    }

    [Test]
    public async Task Open_RecordedLate_CountsFromReceptionUnderThePlanOfThen()
    {
        _desk.Conclude(TestDesk.Other, "gold", "2026-11-23");

        var opened = await _desk.SendAsync(TestDesk.Report(TestDesk.Other, receivedAt: "2026-11-22 20:00", lateNote: "By voice mail"));

        var origin = opened.Ticket.Origin;
        Assert.That(opened.Ticket.Terms.Plan, Is.EqualTo(PlanCode.Standard));
        Assert.That((origin.ReceivedAt, origin.RecordedAt), Is.EqualTo((Moments.Rome("2026-11-22 20:00"), Moments.Rome(TestDesk.Opened))));
        Assert.That(_desk.Owed(opened.Ticket.Id), Is.EqualTo("Confirmation until Mon 2026-11-23 18:00"));
    }

    [Test]
    public async Task Open_RecordedLateAfterAChangeOfPlan_IsWhereItWouldBeIfItHadBeenRecordedInTime()
    {
        var inTime = await _desk.OpenAsync();
        _desk.Contract!.ChangePlan(new("gold"), new(2026, 11, 24), _desk.Application.Clock.Now);
        _desk.Now = "2026-11-24 00:00";
        await _desk.SendAsync(new ApplyPlanChangesCommand());
        _desk.Now = "2026-11-24 10:00";

        var late = await _desk.SendAsync(TestDesk.Report(receivedAt: TestDesk.Opened, lateNote: "By voice mail"));

        Assert.That(late.Ticket.Terms, Is.EqualTo(_desk.Tickets[inTime].Terms));
        Assert.That(late.Ticket.Promises.Select(p => p.DueAt), Is.EqualTo(_desk.Tickets[inTime].Promises.Select(p => p.DueAt)));
    }

    [Test]
    public async Task Open_WithANoteThatExplainsNoDelay_KeepsNone()
    {
        var opened = await _desk.SendAsync(TestDesk.Report(lateNote: "Not late at all"));

        Assert.That(opened.Ticket.Origin.LateNote, Is.Null);
    }

    [Test]
    public async Task Open_ByStaffOnAChannelThatThePlanLacks_IsTakenAndSaysSo()
    {
        var opened = await _desk.SendAsync(TestDesk.Report(channel: Channel.Chat));

        Assert.That(opened.Ticket.Origin.ChannelInPlan, Is.False);
    }

    [Test]
    public async Task Open_InTheFirstHourOfTheYearInRome_IsCountedInThatYear()
    {
        _desk.Now = "2026-12-31 23:59";
        var last = await _desk.SendAsync(TestDesk.Report());
        _desk.Now = "2027-01-01 00:00";
        var first = await _desk.SendAsync(TestDesk.Report());

        Assert.That($"{last.Ticket.Number} {first.Ticket.Number}", Is.EqualTo("2026-000001 2027-000001"));
    }

    [Test]
    public async Task Open_TakingUpAnEarlierTicketOfTheSameCustomer_IsLinkedToIt()
    {
        var earlier = await _desk.OpenAsync();

        var opened = await _desk.SendAsync(TestDesk.Report(previous: earlier));

        Assert.That(opened.Ticket.Origin.Previous, Is.EqualTo(earlier));
    }

    [Test]
    public async Task Open_TakingUpATicketOfAnotherCustomer_IsRefused()
    {
        var earlier = await _desk.OpenAsync(TestDesk.Other);

        await Assert.ThatAsync(() => _desk.SendAsync(TestDesk.Report(previous: earlier)), Refused.With("unknown_ticket"));
    }

    [TestCaseSource(nameof(Refusals))]
    public void Open_Refused_LeavesNothing(string code, OpenTicketCommand command, Actor? actor)
    {
        _desk.ActAs(actor ?? TicketSamples.Staff);

        Assert.That(() => _desk.SendAsync(command), Refused.With(code));
        Assert.That((_desk.Tickets.All.Count, _desk.Tickets.Events.Count), Is.EqualTo((0, 0)));
        Assert.That(_desk.Application.Journal.Entries, Does.Contain("roll back"));
    }

    [Test]
    public void Open_ChannelThatThePlanLacks_SaysWhichItHasAndWhenItOpensNext()
    {
        _desk.ActAs(TicketSamples.Customer);
        _desk.Now = "2026-11-21 09:00";

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _desk.SendAsync(TestDesk.Report(channel: Channel.Chat)));

        Assert.That(refusal!.Allowed, Is.EquivalentTo(new[] { "email", "phone" }));
        Assert.That(refusal.NextOpeningAt, Is.EqualTo(Moments.Rome("2026-11-23 08:00")));
    }

    [Test]
    public void Validate_EachField_IsBounded()
    {
        var report = new Report("", new('x', Report.MaxDescriptionLength + 1), Urgency.Normal, "", null, null);
        var command = new OpenTicketCommand(TestDesk.Customer, report, Channel.Email, Instant.MinValue, "", null);
        var longest = new OpenTicketCommand(
            TestDesk.Customer,
            new(new('x', Report.MaxSubjectLength), new('x', Report.MaxDescriptionLength), Urgency.Normal, new('x', Service.MaxCodeLength), null, null),
            Channel.Email, null, new('x', TicketWords.MaxLength), null);

        Assert.That(Faults.Of(new OpenTicketValidator(), command), Is.EqualTo(new[]
        {
            "Description: MaximumLengthValidator", "LateNote: LengthValidator", "ReceivedAt: out_of_range", "Service: LengthValidator",
            "Subject: NotEmptyValidator",
        }));
        Assert.That(Faults.Of(new OpenTicketValidator(), longest), Is.Empty);
        Assert.That(
            Faults.Of(new OpenTicketValidator(), longest with { Report = longest.Report with { Subject = longest.Report.Subject + "x" } }),
            Is.EqualTo(new[] { "Subject: MaximumLengthValidator" }));
    }

    [Test]
    public void Open_Invalid_BeginsNothing()
    {
        Assert.ThrowsAsync<ValidationException>(() => _desk.SendAsync(TestDesk.Report(report: TicketSamples.Report(subject: ""))));

        Assert.That(_desk.Application.Journal.Entries, Does.Not.Contain("begin"));
    }

    private static TestCaseData Refusal(string code, OpenTicketCommand command, Actor? actor = null) =>
        new TestCaseData(code, command, actor).SetArgDisplayNames(code, actor?.Kind.ToString() ?? "Staff");
}
