using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Tests.Interventions;

/// <summary>What follows by itself when an intervention has ended.</summary>
public sealed class AftermathTests
{
    private TestWorkshop _shop = null!;
    private TicketId _ticket;

    private TicketState Ticket => _shop.Desk.Tickets[_ticket];

    [SetUp]
    public async Task Start()
    {
        _shop = new();
        _ticket = await _shop.Desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _shop.DisposeAsync();

    [Test]
    public async Task Solved_TheLastOne_ResolvesTheTicketInItsWordsAndDraftsAReport()
    {
        var id = await _shop.PlanAsync(_ticket);

        await _shop.CompleteAsync(id);

        Assert.That((Ticket.Status, Ticket.Outcome), Is.EqualTo((TicketStatus.Resolved, "A new cable.")));
        Assert.That(_shop.Desk.Application.WorkReports.StandingOn(id).Status, Is.EqualTo(WorkReportStatus.Draft));
    }

    [Test]
    public async Task Solved_WhileAnotherIsPlanned_LeavesTheTicketOpenUntilThatIsDoneToo()
    {
        var (first, second) = (await _shop.PlanAsync(_ticket), await _shop.PlanAsync(_ticket));

        await _shop.CompleteAsync(first);
        Assert.That((Ticket.Status, _shop[second].Status), Is.EqualTo((TicketStatus.InProgress, InterventionStatus.Planned)));

        await _shop.CompleteAsync(second);
        Assert.That(Ticket.Status, Is.EqualTo(TicketStatus.Resolved));
    }

    [Test]
    public async Task NotSolved_IsFollowedByAFreeOneThatComesFirst()
    {
        var id = await _shop.PlanAsync(_ticket);

        await _shop.CompleteAsync(id, InterventionOutcome.NotSolved);

        var next = _shop.All[^1];
        Assert.That((next.Follows, next.Status, next.Appointment), Is.EqualTo(
            ((InterventionId?)id, InterventionStatus.Planned, (Appointment?)null)));
        Assert.That((Ticket.Status, Ticket.QueueRank), Is.EqualTo((TicketStatus.InProgress, 0)));
        Assert.That(_shop.Desk.Application.WorkReports.StandingOn(id).Status, Is.EqualTo(WorkReportStatus.Draft), "free or not, it has a report");
    }

    [Test]
    public async Task NobodyThere_EndsItAndNothingFollows()
    {
        var id = await _shop.PlanAsync(_ticket);

        await _shop.NobodyThereAsync(id);

        Assert.That(_shop.All, Has.Count.EqualTo(1));
        Assert.That((Ticket.Status, Ticket.Progress.FollowUpOwed), Is.EqualTo((TicketStatus.InProgress, false)));
        Assert.That(_shop.Desk.Application.WorkReports.StandingOn(id).Status, Is.EqualTo(WorkReportStatus.Draft));
    }

    [Test]
    public async Task NobodyThere_OnAFollowUp_IsFollowedByAnotherOfTheSame()
    {
        var id = await _shop.PlanAsync(_ticket);
        await _shop.CompleteAsync(id, InterventionOutcome.NotSolved);

        await _shop.NobodyThereAsync(_shop.All[^1].Id);

        Assert.That(_shop.All, Has.Count.EqualTo(3));
        Assert.That(_shop.All[^1].Follows, Is.EqualTo(id));
        Assert.That(Ticket.Progress.FollowUpOwed, Is.True);
    }

    [Test]
    public async Task FollowUp_ThatSolves_IsSettledAndResolvesTheTicket()
    {
        await _shop.CompleteAsync(await _shop.PlanAsync(_ticket), InterventionOutcome.NotSolved);

        await _shop.CompleteAsync(_shop.All[^1].Id);

        Assert.That((Ticket.Status, Ticket.Progress.FollowUpOwed), Is.EqualTo((TicketStatus.Resolved, false)));
    }

    [Test]
    public async Task FollowUp_ThatIsDoneWhileAnotherIsOwed_LeavesThatOwed()
    {
        var (first, second) = (await _shop.PlanAsync(_ticket), await _shop.PlanAsync(_ticket));
        await _shop.CompleteAsync(first, InterventionOutcome.NotSolved);
        await _shop.CompleteAsync(second, InterventionOutcome.NotSolved);
        var (followUp, other) = (_shop.All[^2], _shop.All[^1]);
        Assert.That((followUp.Follows, other.Follows), Is.EqualTo(((InterventionId?)first, (InterventionId?)second)));

        await _shop.CompleteAsync(followUp.Id);
        Assert.That((Ticket.Status, Ticket.Progress.FollowUpOwed), Is.EqualTo((TicketStatus.InProgress, true)));

        await _shop.CompleteAsync(other.Id);
        Assert.That((Ticket.Status, Ticket.Progress.FollowUpOwed), Is.EqualTo((TicketStatus.Resolved, false)));
    }

    [Test]
    public async Task FollowUp_ThatIsCalledOff_IsSettledOnceNoOtherIsOwed()
    {
        foreach (var id in (InterventionId[])[await _shop.PlanAsync(_ticket), await _shop.PlanAsync(_ticket)])
            await _shop.CompleteAsync(id, InterventionOutcome.NotSolved);

        await CancelAsync(_shop.All[^2].Id);
        Assert.That(Ticket.Progress.FollowUpOwed, Is.True);

        await CancelAsync(_shop.All[^1].Id);
        Assert.That(Ticket.Progress.FollowUpOwed, Is.False);
    }

    private Task<InterventionAt> CancelAsync(InterventionId id) => _shop.SendAsync(new CancelInterventionCommand(id, KnownVersion.Any, MoveCause.CustomerRequest, "Never mind."));
}
