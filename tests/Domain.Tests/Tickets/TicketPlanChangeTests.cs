using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

// 13 November 2026 is a Friday.
public sealed class TicketPlanChangeTests
{
    [Test]
    public void BronzeToGold_IsTighterAndCountedFromTheChange()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze");
        var before = story.Owed();

        story.MovedTo("gold", "2026-11-14 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo("Response until Mon 2026-11-16 17:00, Confirmation until Mon 2026-11-16 17:00"));
            Assert.That(story.Owed(), Is.EqualTo("Response until Sat 2026-11-14 11:00, Confirmation until Sat 2026-11-14 18:00"));
            Assert.That(story.State.Terms.Plan, Is.EqualTo(new PlanCode("gold")));
        }
    }

    [Test]
    public void BronzeToGold_JustBeforeItWasDue_KeepsTheOldDeadline()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze").MovedTo("gold", "2026-11-16 16:30");

        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 17:00, Confirmation until Mon 2026-11-16 17:00"));
    }

    [Test]
    public void BronzeToGold_OfAnUrgentTicket_OwesPresenceFromTheChange()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze", Urgency.Urgent).MovedTo("gold", "2026-11-14 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Response until Sat 2026-11-14 11:00, Presence until Sat 2026-11-14 14:00"));
            Assert.That(story.Promise(PromiseKind.Confirmation).Withdrawal, Is.EqualTo(Withdrawal.Changed));
            Assert.That(story.State.Terms.HandledAs, Is.EqualTo(Urgency.Urgent));
        }
    }

    [Test]
    public void GoldToBronze_IsLooserAndCountedFromReception()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "gold");
        var before = story.Owed();

        story.MovedTo("bronze", "2026-11-13 17:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo("Response until Fri 2026-11-13 18:00, Confirmation until Sat 2026-11-14 11:00"));
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 17:00, Confirmation until Mon 2026-11-16 17:00"));
        }
    }

    [Test]
    public void GoldToBronze_AfterAMiss_LeavesItMissed()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "gold").MovedTo("bronze", "2026-11-13 18:01");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Response until Fri 2026-11-13 18:00, Confirmation until Mon 2026-11-16 17:00"));
            Assert.That(story.Read(PromiseKind.Response, "2026-11-13 18:01")!.State, Is.EqualTo(PromiseState.Missed));
            Assert.That(story.Told(PromiseFact.Missed), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void GoldToBronze_AfterTheAnswer_LeavesItMet()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "gold").Acknowledged("2026-11-13 17:20").MovedTo("bronze", "2026-11-13 17:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Owed(), Is.EqualTo("Confirmation until Mon 2026-11-16 17:00"));
            Assert.That(story.Promise(PromiseKind.Response).DueAt, Is.EqualTo(Moments.Rome("2026-11-13 18:00")));
            Assert.That(story.Promise(PromiseKind.Response).StateAt(Moments.Rome("2026-11-20 12:00")), Is.EqualTo(PromiseState.Met));
        }
    }

    [Test]
    public void ThereAndBack_IsOwedAsAtFirst()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze")
            .MovedTo("gold", "2026-11-14 08:00").MovedTo("bronze", "2026-11-14 08:30");

        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 17:00, Confirmation until Mon 2026-11-16 17:00"));
    }

    [Test]
    public void WhileItWaits_StaysPausedAndKeepsThePause()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver").Waits("2026-11-16 11:00").MovedTo("bronze", "2026-11-16 12:00");
        var whileWaiting = story.Owed();

        story.Resumed("2026-11-16 13:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileWaiting, Is.EqualTo("Response until Mon 2026-11-16 18:00, Confirmation paused"));
            // An hour from 10:00 to 11:00, five more from 13:00 to 18:00, two on Tuesday.
            Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 18:00, Confirmation until Tue 2026-11-17 12:00"));
        }
    }

    [Test]
    public void StandardToSilver_BeforeAnybodyAnswered_OwesAResponseFromTheChange()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "standard").MovedTo("silver", "2026-11-16 12:00");

        Assert.That(story.Owed(), Does.StartWith("Confirmation until Mon 2026-11-16").And.EndsWith("Response until Mon 2026-11-16 16:00"));
    }

    [Test]
    public void StandardToSilver_AfterAPersonAnswered_OwesNoResponse()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "standard").Acknowledged("2026-11-16 10:00").MovedTo("silver", "2026-11-16 12:00");

        Assert.That(story.State.Promises.Select(p => p.Kind), Is.EqualTo(new[] { PromiseKind.Confirmation }));
    }

    [Test]
    public void SilverToStandardAndBack_AnsweredMeanwhile_OwesNoResponse()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "silver").MovedTo("standard", "2026-11-16 09:30")
            .Wrote(TicketSamples.Staff, "2026-11-16 10:00").MovedTo("silver", "2026-11-16 10:30");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).IsOwed, Is.False);
            Assert.That(story.Read(PromiseKind.Response, "2026-11-20 12:00")!.State, Is.EqualTo(PromiseState.Withdrawn));
        }
    }

    [Test]
    public void ReopenedAndUpgraded_IsOwedAResponseAnew()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "standard").Acknowledged("2026-11-16 10:00").Resolved("2026-11-16 11:00")
            .Reopened("2026-11-16 12:00").MovedTo("silver", "2026-11-16 12:30");

        Assert.That(story.Promise(PromiseKind.Response, round: 2).DueAt, Is.EqualTo(Moments.Rome("2026-11-16 16:30")));
    }

    [Test]
    public void NewVersionOfTheSameTerms_MovesNothingForAClosureAnnouncedMeanwhile()
    {
        var closure = ClosureSamples.Announced(ClosureSamples.Days("2026-11-17"), Moments.Rome("2026-11-16 18:00"));
        var clocks = FoundingClocks.With(closure);
        var story = TicketStory.Received("2026-11-16 17:00", "silver", clockOf: clocks);
        var plan = FoundingClocks.Plan("silver");

        story.Ticket.ChangePlan(
            plan with { Version = plan.Version with { Number = 2 } }, Moments.Rome("2026-11-16 19:00"), clocks);

        Assert.That(story.Owed(), Is.EqualTo("Response until Tue 2026-11-17 09:00, Confirmation until Tue 2026-11-17 13:00"));
    }

    [Test]
    public void MadeLooser_CountsTheClosuresThatStoodAnnouncedAtReception()
    {
        var closure = ClosureSamples.Announced(ClosureSamples.Days("2026-11-17"), Moments.Rome("2026-11-16 18:00"));
        var story = TicketStory.Received("2026-11-16 17:00", "gold", clockOf: FoundingClocks.With(closure))
            .MovedTo("silver", "2026-11-16 17:30").MovedTo("bronze", "2026-11-16 19:00");

        Assert.That(story.Promise(PromiseKind.Confirmation).DueAt, Is.EqualTo(Moments.Rome("2026-11-17 17:00")));
    }

    [Test]
    public void AfterSomethingWasDone_ReachesNoFurtherBackThanThat()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze").Waits("2026-11-16 10:00").MovedTo("gold", "2026-11-14 00:00");

        Assert.That(story.Promise(PromiseKind.Response).Terms[^1].Since, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
        Assert.That(story.Owed(), Is.EqualTo("Response until Mon 2026-11-16 11:00, Confirmation paused"));
    }

    [Test]
    public void MadeLooser_WarnsAnewOfTheNewDeadline()
    {
        var story = TicketStory.Received("2026-11-16 09:00", "gold").Watched("2026-11-16 09:55").MovedTo("bronze", "2026-11-16 09:56")
            .Watched("2026-11-17 12:00");

        var warned = story.Told(PromiseFact.Warned).Where(e => e.Promise == PromiseKind.Response)
            .Select(e => $"{e.Changes.Single().After} % on {Moments.OnTheWall(e.At)}");
        Assert.That(warned, Is.EqualTo(new[]
        {
            "50 % on Mon 2026-11-16 09:30", "75 % on Mon 2026-11-16 09:45", "90 % on Mon 2026-11-16 09:54", "50 % on Mon 2026-11-16 14:00",
            "75 % on Mon 2026-11-16 16:00", "90 % on Mon 2026-11-16 17:12",
        }));
    }

    [Test]
    public void Events_TellWhatWasAndWhatIs()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze", Urgency.Urgent).MovedTo("gold", "2026-11-14 10:00");

        var told = story.Told(TicketEvents.PlanChanged).Single().Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}");
        var response = story.Told(PromiseFact.Changed).Single(e => e.Promise == PromiseKind.Response).Changes
            .Select(c => $"{c.Field}: {c.Before} > {c.After}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Is.EqualTo(new[] { "plan: bronze > gold", "handledAs: normal > urgent" }));
            Assert.That(response, Is.EqualTo(new[]
            {
                "dueAt: 2026-11-16T16:00:00Z > 2026-11-14T10:00:00Z", "startsAt: 2026-11-13T16:00:00Z > 2026-11-14T09:00:00Z",
                "plan: bronze > gold",
            }));
        }
    }

    [Test]
    public void ByAnotherContractAndVersionOfThePlan_IsTold()
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze");
        var plan = FoundingClocks.Plan("bronze");
        var renewed = new ContractId(Guid.Parse("00000000-0000-7000-8000-000000000003"));

        story.Ticket.ChangePlan(
            plan with { ContractId = renewed, Version = plan.Version with { Number = 2 } }, Moments.Rome("2026-11-14 10:00"),
            FoundingClocks.WithoutClosures);

        var told = story.Told(TicketEvents.PlanChanged).Single().Changes.Select(c => (c.Field, c.Before, c.After));
        Assert.That(told, Is.EqualTo(new[]
        {
            ("planVersion", (string?)"1", (string?)"2"), ("contractId", TicketSamples.Contract.ToString(), renewed.ToString()),
        }));
    }

    [Test]
    public void Precedence_PutsContractsFirstAndHigherPlansBefore()
    {
        var ordered = new[] { "standard", "bronze", "gold", "silver" }.OrderBy(code => FoundingClocks.Plan(code).Precedence);

        Assert.That(ordered, Is.EqualTo(new[] { "gold", "silver", "bronze", "standard" }));
    }

    [TestCase("resolve")]
    [TestCase("cancel")]
    public void OverTickets_AreRefused(string end)
    {
        var story = TicketStory.Received("2026-11-13 17:00", "bronze");
        _ = end == "resolve" ? story.Resolved("2026-11-13 17:30") : story.Cancelled("2026-11-13 17:30");

        Assert.That(() => story.MovedTo("gold", "2026-11-13 18:00"), Refused.With("ticket_not_open"));
    }
}
