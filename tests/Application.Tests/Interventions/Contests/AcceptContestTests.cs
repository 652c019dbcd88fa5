using MisterAssist.Application.Interventions.Contests;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;

namespace MisterAssist.Application.Tests.Interventions.Contests;

/// <summary>The customer was right: a free intervention follows, and the ticket is taken up again.</summary>
public sealed class AcceptContestTests
{
    private TestWorkshop _shop = null!;
    private TicketId _ticket;
    private InterventionId _intervention;

    private TicketState Ticket => _shop.Desk.Tickets[_ticket];

    [SetUp]
    public async Task Solve()
    {
        _shop = new();
        _ticket = await _shop.Desk.OpenAsync();
        _intervention = await _shop.PlanAsync(_ticket);
        await _shop.CompleteAsync(_intervention);
    }

    [TearDown]
    public async Task Stop() => await _shop.DisposeAsync();

    [TestCase(false, TestName = "Accept_WithTheTicketResolved_ReopensItAndAFreeOneFollows")]
    [TestCase(true, TestName = "Accept_WithTheTicketClosed_ReopensItAndAFreeOneFollows")]
    public async Task Accept_WithTheTicketOver_ReopensIt(bool isClosed)
    {
        if (isClosed)
            await _shop.SendAsync(new CloseTicketCommand(_ticket, KnownVersion.Any));
        _shop.Desk.Now = "2026-11-24 09:00";
        await _shop.ContestAsync(_intervention);

        await _shop.SendAsync(new AcceptContestCommand(_intervention, KnownVersion.Any));

        Assert.That((Ticket.Status, Ticket.Round, Ticket.QueueRank), Is.EqualTo((TicketStatus.New, 2, 0)));
        Assert.That(_shop.Desk.Owed(_ticket), Is.EqualTo("Response until Tue 2026-11-24 13:00, Confirmation until Tue 2026-11-24 17:00"));
        Assert.That((_shop.All[^1].Follows, _shop.All[^1].Status), Is.EqualTo(((InterventionId?)_intervention, InterventionStatus.Planned)));
        Assert.That(_shop[_intervention].Contest!.Verdict!.IsAccepted, Is.True);
        Assert.That(_shop.Desk.Told(_ticket), Has.Member("ticket.reopened").And.Member("ticket.follow_up_owed"));
    }

    [Test]
    public async Task Accept_WithTheTicketOpenAgain_LeavesItInItsRound()
    {
        await _shop.ContestAsync(_intervention);
        await _shop.SendAsync(new ReopenTicketCommand(_ticket, KnownVersion.Any, "It is silent again."));

        await _shop.SendAsync(new AcceptContestCommand(_intervention, KnownVersion.Any));

        Assert.That((Ticket.Round, Ticket.Progress.FollowUpOwed), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Accept_Twice_IsRefusedAndOneFollows()
    {
        await _shop.ContestAsync(_intervention);
        await _shop.SendAsync(new AcceptContestCommand(_intervention, KnownVersion.Any));

        await Assert.ThatAsync(() => _shop.SendAsync(new AcceptContestCommand(_intervention, KnownVersion.Any)), Refused.With("illegal_intervention_move"));

        Assert.That(_shop.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Decline_LeavesTheTicketOver()
    {
        await _shop.ContestAsync(_intervention);

        await _shop.SendAsync(new DeclineContestCommand(_intervention, KnownVersion.Any, "The paper is out."));

        Assert.That((Ticket.Status, _shop.All.Count), Is.EqualTo((TicketStatus.Resolved, 1)));
    }
}
