using MisterAssist.Domain.Interventions;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>For how long the customer may say that nothing was solved, and what comes of that.</summary>
public sealed class ContestTests
{
    [TestCase("2026-11-16", 15, "2026-12-02 00:00", TestName = "Fifteen days, the last one whole")]
    [TestCase("2026-11-16", 0, "2026-11-17 00:00", TestName = "No days: on the same day still")]
    [TestCase("2026-10-10", 15, "2026-10-26 00:00", TestName = "The last day has 25 hours")]
    [TestCase("2027-03-13", 15, "2027-03-29 00:00", TestName = "The last day has 23 hours")]
    [TestCase("2026-10-20", 15, "2026-11-05 00:00", TestName = "Over the change to winter time")]
    public void Contested_UntilTheLastDayIsOverInRome(string completedOn, int days, string tooLate)
    {
        foreach (var hour in (string[])["00:30", "23:59"])
        {
            var end = Moments.Rome(tooLate);

            Assert.That(() => Contest(hour, end - Duration.FromTicks(10)), Throws.Nothing, hour);
            Assert.That(() => Contest(hour, end), Refused.With("contest_too_late"), hour);
        }

        void Contest(string hour, Instant at) => InterventionStory.Created($"{completedOn} 00:00").Started($"{completedOn} 00:10").Completed($"{completedOn} {hour}")
            .Intervention.Contest("It is silent again.", days, new(TicketSamples.Customer, at));
    }

    [Test]
    public void Contested_IsKeptWithTheCustomersWords()
    {
        var story = Solved().Contested("2026-11-17 09:00");

        var contest = story.State.Contest!;
        Assert.That((contest.Reason, contest.By, contest.At, contest.Verdict), Is.EqualTo(
            ("It is silent again.", TicketSamples.Customer, Moments.Rome("2026-11-17 09:00"), (Domain.Interventions.Contests.Verdict?)null)));
        Assert.That(story.EventsOf(InterventionEvents.Contested).Single().Note, Is.EqualTo("It is silent again."));
    }

    [Test]
    public void Declined_TellsWhy()
    {
        var story = Solved().Contested("2026-11-17 09:00").ContestDeclined("2026-11-17 10:00");

        Assert.That((story.State.Contest!.Verdict!.IsAccepted, story.State.Contest.Verdict.Reason), Is.EqualTo((false, "The paper is out.")));
        Assert.That(story.EventsOf(InterventionEvents.ContestDeclined).Single().Note, Is.EqualTo("The paper is out."));
    }

    [Test]
    public void Accepted_IsFollowedByAFreeOneAndLeavesTheFirstAsItWas()
    {
        var story = Solved();
        var ending = story.State.Ending;
        story.Contested("2026-11-17 09:00").ContestAccepted("2026-11-17 10:00");

        var next = story.FollowedUp("2026-11-17 10:00");

        Assert.That(story.State.Ending, Is.SameAs(ending));
        Assert.That((next.State.Follows, next.State.Mode, next.State.OurFault), Is.EqualTo(((InterventionId?)story.Intervention.Id, InterventionMode.OnSite, (string?)null)));
        Assert.That(next.GuaranteesAt("2026-11-17 11:00"), Is.EqualTo("FollowUp 100/100/100"));
    }

    private static InterventionStory Solved() => InterventionStory.Created("2026-11-16 09:00").Started("2026-11-16 10:00").Completed("2026-11-16 11:00");
}
