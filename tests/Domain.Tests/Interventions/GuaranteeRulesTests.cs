using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions;

// Monday 16 November 2026. Standard works 09:00-13:00 and 14:00-18:00, Silver 08:00-20:00; presence is owed within 4 working hours.
public sealed class GuaranteeRulesTests
{
    [TestCase("standard", "09:00", "13:00:00", "", TestName = "Presence at the very instant it is due")]
    [TestCase("standard", "09:00", "13:30:00", "LateUrgent 100/100/0 0:00:00", TestName = "Presence in the lunch break, after the deadline: late by no working time, and late all the same")]
    [TestCase("standard", "09:00", "14:00:01", "LateUrgent 100/100/0 0:00:01", TestName = "Presence a second after the lunch break")]
    [TestCase("silver", "09:00", "13:30:00", "LateUrgent 100/100/0 0:30:00", TestName = "Presence half an hour late")]
    public void Urgent_PresenceAfterItsDeadline_TakesOffCallOutAndLabour(string plan, string received, string arrival, string guarantees)
    {
        var at = Moments.Rome($"2026-11-16 {arrival[..5]}") + Duration.FromSeconds(int.Parse(arrival[6..]));
        var story = InterventionStory.Created($"2026-11-16 {received}", plan, Urgency.Urgent).Started(at, at).Completed("2026-11-16 17:00");

        Assert.That(story.Guarantees(), Is.EqualTo(guarantees));
    }

    [TestCase("2026-11-16 10:00", "2026-11-16 10:00", 0, "", TestName = "At the appointed time")]
    [TestCase("2026-11-16 10:00", "2026-11-16 10:00", 1, "LateNormal 20/20/0 0:00:01", TestName = "A second late is an hour begun")]
    [TestCase("2026-11-16 10:00", "2026-11-16 11:00", 0, "LateNormal 20/20/0 1:00:00", TestName = "Exactly 60 minutes late")]
    [TestCase("2026-11-16 10:00", "2026-11-16 11:00", 1, "LateNormal 40/40/0 1:00:01", TestName = "60 minutes and a second late")]
    [TestCase("2026-11-16 12:30", "2026-11-16 14:31", 0, "LateNormal 40/40/0 1:01:00", TestName = "61 minutes, with the lunch break between")]
    [TestCase("2026-11-16 13:00", "2026-11-16 14:00", 0, "", TestName = "An hour of lunch break is no delay")]
    [TestCase("2026-11-16 18:30", "2026-11-17 09:00", 0, "", TestName = "Appointed after closing time, there at the next opening")]
    [TestCase("2026-11-16 09:00", "2026-11-16 14:00", 0, "LateNormal 80/80/0 4:00:00", TestName = "Exactly four hours late")]
    [TestCase("2026-11-16 09:00", "2026-11-16 14:00", 1, "LateNormal 100/100/0 4:00:01", TestName = "The fifth hour begun is everything")]
    [TestCase("2026-11-16 09:00", "2026-11-18 17:00", 0, "LateNormal 100/100/0 23:00:00", TestName = "Days late are not more than everything")]
    public void Normal_LateForTheAppointment_IsSoMuchOffForEachHourBegun(string appointed, string arrival, int seconds, string guarantees)
    {
        var at = Moments.Rome(arrival) + Duration.FromSeconds(seconds);
        var story = Standard().Planned("2026-11-16 08:00", appointed).Started(at, at).Completed("2026-11-18 18:00");

        Assert.That(story.Guarantees(), Is.EqualTo(guarantees));
    }

    [Test]
    public void Normal_WithoutAnAppointment_IsNeverLate() =>
        Assert.That(Standard().Started("2026-11-18 17:00").Completed("2026-11-18 18:00").Guarantees(), Is.Empty);

    [Test]
    public void Normal_NobodyThereInTime_IsNotLateHoweverLateItIsTold() => Assert.That(
        Standard().Planned("2026-11-16 08:00", "2026-11-16 10:00").NobodyThere("2026-11-16 10:00", told: "2026-11-16 17:00").Guarantees(), Is.Empty);

    [TestCase(MoveCause.CustomerRequest, "15:00", "", TestName = "The customer asked for the later time, and it was kept")]
    [TestCase(MoveCause.CustomerRequest, "14:30", "", TestName = "Earlier than the customer asked for")]
    [TestCase(MoveCause.CustomerRequest, "15:01", "LateUrgent 100/100/0 0:01:00, LateNormal 20/20/0 0:01:00", TestName = "Later than the customer asked for")]
    [TestCase(MoveCause.Exceptional, "15:00", "LateUrgent 100/100/0 2:00:00", TestName = "Something exceptional moves the appointment, not the promise")]
    public void Urgent_MovedToALaterTime_CountsByWhoAskedForIt(MoveCause cause, string arrival, string guarantees)
    {
        var story = Urgent().Planned("2026-11-16 09:00", "2026-11-16 12:00").Moved("2026-11-16 09:30", "2026-11-16 15:00", cause)
            .Started($"2026-11-16 {arrival}").Completed("2026-11-16 16:00");

        Assert.That(story.Guarantees(), Is.EqualTo(guarantees));
    }

    [Test]
    public void Urgent_WishedByTheCustomerAndThenMovedForSomethingExceptional_IsLate()
    {
        var story = Urgent().Planned("2026-11-16 09:00", "2026-11-16 12:00", wished: true)
            .Moved("2026-11-16 09:30", "2026-11-16 15:00", MoveCause.Exceptional).Started("2026-11-16 15:00").Completed("2026-11-16 16:00");

        Assert.That(story.Guarantees(), Is.EqualTo("LateUrgent 100/100/0 2:00:00"));
    }

    [Test]
    public void Urgent_WishedBeforeTheDeadlineAndKeptAfterIt_IsLate() => Assert.That(
        Urgent().Planned("2026-11-16 09:00", "2026-11-16 12:00", wished: true).Started("2026-11-16 13:30").Completed("2026-11-16 16:00").Guarantees(),
        Is.EqualTo("LateUrgent 100/100/0 0:30:00, LateNormal 40/40/0 1:30:00"));

    [Test]
    public void Urgent_ArrivedInTimeAndToldLate_IsNotLate() =>
        Assert.That(Urgent().Started("2026-11-16 12:59", told: "2026-11-16 15:00").Completed("2026-11-16 16:00").Guarantees(), Is.Empty);

    [Test]
    public void OurFaultAndFollowUp_AreWhollyFreeAndComeFirst()
    {
        var fault = InterventionStory.Created("2026-11-16 09:00", "silver", Urgency.Urgent, ourFault: "Our cable.")
            .Planned("2026-11-16 09:00", "2026-11-16 12:00").Started("2026-11-16 13:30").Completed("2026-11-16 14:00", InterventionOutcome.NotSolved);
        var next = fault.FollowedUp("2026-11-16 14:00").Started("2026-11-16 15:00").Completed("2026-11-16 16:00");

        Assert.That(fault.Guarantees(), Is.EqualTo("OurFault 100/100/100, LateUrgent 100/100/0 0:30:00, LateNormal 40/40/0 1:30:00"));
        Assert.That(next.Guarantees(), Is.EqualTo("FollowUp 100/100/100"));
        Assert.That(next.State.Ending!.Guarantees.Single().Follows, Is.EqualTo(fault.Intervention.Id));
    }

    [TestCase(InterventionOutcome.Solved, false)]
    [TestCase(InterventionOutcome.NotSolved, true)]
    [TestCase(InterventionOutcome.NobodyThere, false)]
    public void FollowUp_IsOwedWhereNothingWasSolved(InterventionOutcome outcome, bool isOwed)
    {
        var story = End(Urgent(), outcome, "10:00");

        Assert.That(story.State.NeedsFollowUp, Is.EqualTo(isOwed));
    }

    [TestCase(InterventionOutcome.Solved, false)]
    [TestCase(InterventionOutcome.NotSolved, true)]
    [TestCase(InterventionOutcome.NobodyThere, true, TestName = "Nobody there for what was owed already: it is owed on")]
    public void FollowUp_ThatEnds_IsOwedAgainWhereNothingWasSolved(InterventionOutcome outcome, bool isOwed)
    {
        var first = End(Urgent(), InterventionOutcome.NotSolved, "10:00");
        var second = End(first.FollowedUp("2026-11-16 11:00"), outcome, "12:00");

        Assert.That(second.State.NeedsFollowUp, Is.EqualTo(isOwed));
        var unsolved = outcome == InterventionOutcome.NobodyThere ? first : second;
        Assert.That(second.FollowedUp("2026-11-16 13:00").State.Follows, Is.EqualTo(unsolved.Intervention.Id));
    }

    [Test]
    public void Lateness_IsKeptWithWhatWasMissedAndInWords()
    {
        var given = Standard().Planned("2026-11-16 08:00", "2026-11-16 12:30").Started("2026-11-16 14:31").Completed("2026-11-16 15:00").State.Ending!.Guarantees.Single();

        Assert.That(given.Lateness, Is.EqualTo(new Lateness(Moments.Rome("2026-11-16 12:30"), Moments.Rome("2026-11-16 14:31"), Moments.Hours("1:01"))));
        Assert.That(given.Words, Is.EqualTo(new LocalizedText(
            "Appuntamento il 16/11/2026 12:30, arrivo il 16/11/2026 14:31: 1:01 ore lavorative di ritardo, 40% in meno su uscita e manodopera.",
            "Appointment on 16/11/2026 12:30, arrival on 16/11/2026 14:31: 1:01 working hours late, 40% off call-out and labour.")));
    }

    [Test]
    public void Preview_WhileNobodyHasArrived_TellsWhatArrivingThenWouldTakeOff()
    {
        var story = Standard().Planned("2026-11-16 08:00", "2026-11-16 10:00");

        Assert.That(
            (story.GuaranteesAt("2026-11-16 10:00"), story.GuaranteesAt("2026-11-16 11:30")), Is.EqualTo(("", "LateNormal 40/40/0 1:30:00")));
        Assert.That(story.Started("2026-11-16 10:00").GuaranteesAt("2026-11-16 17:00"), Is.Empty);
    }

    [Property]
    public Property Percent_IsForEachStepBegunAndAtMostEverything() => Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), Gen.Choose(60, 86_400).ToArbitrary(),
        (seconds, percent, step) =>
        {
            var terms = WorkTerms.Create(percent, Duration.FromSeconds(step), 15, Money.Zero, callOutIncluded: true, chargesWastedCallOut: false);
            var off = GuaranteeRules.PercentFor(Duration.FromSeconds(seconds), terms);
            return off == Math.Min(100, (int)Math.Ceiling((decimal)seconds / step) * percent);
        });

    private static InterventionStory End(InterventionStory story, InterventionOutcome outcome, string at) => outcome == InterventionOutcome.NobodyThere
        ? story.NobodyThere($"2026-11-16 {at}")
        : story.Started($"2026-11-16 {at}").Completed($"2026-11-16 {at[..2]}:30", outcome);

    private static InterventionStory Standard() => InterventionStory.Created("2026-11-16 08:00", "standard");

    private static InterventionStory Urgent() => InterventionStory.Created("2026-11-16 09:00", "silver", Urgency.Urgent);
}
