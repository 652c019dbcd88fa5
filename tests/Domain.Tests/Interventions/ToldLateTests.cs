using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>A technician's app tells what happened when it has a connection again: late, perhaps twice, perhaps in the wrong order.</summary>
public sealed class ToldLateTests
{
    private static readonly Duration Limit = Duration.FromHours(24);
    private static readonly Instant Now = Moments.Rome("2026-11-16 12:00");
    private static readonly Instant Received = Now - Limit - Duration.FromHours(1);

    [Test]
    public void Occurrence_NotGiven_IsNow() => Assert.That(Occurrence.At(null, Received, Limit, Now), Is.EqualTo(Now));

    [TestCase(0, null, TestName = "This very moment")]
    [TestCase(120_000_001, "occurred_in_the_future", TestName = "A microsecond more ahead than a phone may be")]
    [TestCase(-86_400_000_000, null, TestName = "As long ago as may be")]
    [TestCase(-86_400_000_001, "occurred_too_long_ago", TestName = "A microsecond longer ago")]
    public void Occurrence_Given_LiesBetweenTheLimitAndNow(long microseconds, string? refusal)
    {
        var at = Now + Duration.FromTicks(10 * microseconds);

        if (refusal is null)
            Assert.That(Occurrence.At(at, Received, Limit, Now), Is.EqualTo(at));
        else
            Assert.That(() => Occurrence.At(at, Received, Limit, Now), Refused.With(refusal));
    }

    [TestCase(1)]
    [TestCase(120_000_000)]
    public void Occurrence_GivenByAPhoneThatIsAhead_IsNow(long microseconds) =>
        Assert.That(Occurrence.At(Now + Duration.FromTicks(10 * microseconds), Received, Limit, Now), Is.EqualTo(Now));

    [TestCase(0, null)]
    [TestCase(1, "occurred_before_reception")]
    public void Occurrence_GivenBeforeTheTicketWasReceived_IsRefused(long microseconds, string? refusal)
    {
        var (received, at) = (Now - Duration.FromHours(1), Now - Duration.FromHours(1) - Duration.FromTicks(10 * microseconds));

        Assert.That(() => Occurrence.At(at, received, Limit, Now), refusal is null ? Throws.Nothing : Refused.With(refusal));
    }

    [Test]
    public void Occurrence_GivenMoreExactlyThanIsKept_IsToTheMicrosecond() =>
        Assert.That(Occurrence.At(Now - Duration.FromNanoseconds(1), Received, Limit, Now), Is.EqualTo(Now - Duration.FromTicks(10)));

    [Test]
    public void Told_Late_HappenedWhenItDid()
    {
        var story = Planned().Travelled("2026-11-16 09:40", told: "2026-11-16 12:00").Started("2026-11-16 10:00", told: "2026-11-16 12:00");

        Assert.That((story.State.TravellingAt, story.State.ArrivedAt), Is.EqualTo((Moments.Rome("2026-11-16 09:40"), Moments.Rome("2026-11-16 10:00"))));
        Assert.That(story.EventsOf(InterventionEvents.Started).Single().At, Is.EqualTo(Moments.Rome("2026-11-16 10:00")));
    }

    [Test]
    public void Told_EarlierThanWhatHappenedBefore_IsRefusedWithNothingDone()
    {
        var (travelling, started) = (Planned().Travelled("2026-11-16 09:40"), Planned().Started("2026-11-16 10:00"));
        var states = (travelling.State, started.State);

        Assert.That(() => travelling.Started("2026-11-16 09:39"), Refused.With("out_of_order"));
        Assert.That(() => travelling.NobodyThere("2026-11-16 09:39"), Refused.With("out_of_order"));
        Assert.That(() => started.Completed("2026-11-16 09:59"), Refused.With("out_of_order"));
        Assert.That((travelling.State, started.State), Is.EqualTo(states));
        Assert.That(() => travelling.Started("2026-11-16 09:40"), Throws.Nothing);
    }

    [Test]
    public void Told_CompletionBeforeArrival_NamesWhatIsMissing()
    {
        foreach (var story in (InterventionStory[])[Planned(), Planned().Travelled("2026-11-16 09:40")])
        {
            var refusal = Assert.Throws<BusinessException>(() => story.Completed("2026-11-16 11:00"))!;
            Assert.That((refusal.Code, string.Join(' ', refusal.Allowed)), Is.EqualTo(("event_missing", "start")));
        }
    }

    [Test]
    public void HasHeard_TheSameAtTheSameInstant_AlsoWhenMoreCameAfterIt()
    {
        var story = Planned().Travelled("2026-11-16 09:40").Started("2026-11-16 10:00").Completed("2026-11-16 11:00");

        Assert.That(Heard(story, "2026-11-16 09:40"), Is.EqualTo("Travel"));
        Assert.That(Heard(story, "2026-11-16 10:00"), Is.EqualTo("Start"));
        Assert.That(Heard(story, "2026-11-16 11:00"), Is.EqualTo("Complete"));
        Assert.That(Heard(story, "2026-11-16 10:30"), Is.Empty);
        Assert.That(Heard(Planned(), "2026-11-16 10:00"), Is.Empty);
    }

    [Test]
    public void HasHeard_NobodyThere_IsNeitherAnArrivalNorACompletion() =>
        Assert.That(Heard(Planned().NobodyThere("2026-11-16 10:00"), "2026-11-16 10:00"), Is.EqualTo("NobodyThere"));

    [Test]
    public void HasHeard_WhatWasCalledOff_IsNoCompletion() =>
        Assert.That(Heard(Planned().Cancelled("2026-11-16 09:30"), "2026-11-16 09:30"), Is.Empty);

    [Test]
    public void HasHeard_OfAPhoneThatWasAhead_TheSameAgain()
    {
        var story = Planned().Travelled("2026-11-16 09:40");
        story.Intervention.RememberAhead(InterventionMove.Travel, Moments.Rome("2026-11-16 09:41"));
        Assert.That((Heard(story, "2026-11-16 09:40"), Heard(story, "2026-11-16 09:41")), Is.EqualTo(("Travel", "Travel")));

        story.Started("2026-11-16 10:00");
        story.Intervention.RememberAhead(InterventionMove.Start, Moments.Rome("2026-11-16 10:00"));
        story.Completed("2026-11-16 11:00");
        story.Intervention.RememberAhead(InterventionMove.Complete, Moments.Rome("2026-11-16 11:01"));
        Assert.That(Heard(story, "2026-11-16 09:41"), Is.EqualTo("Travel"), "What came after it makes no difference.");
        Assert.That((Heard(story, "2026-11-16 10:00"), Heard(story, "2026-11-16 11:01")), Is.EqualTo(("Start", "Complete")));
    }

    [TestCase("09:20", "then", TestName = "Before the ticket was about another site")]
    [TestCase("09:30", "later", TestName = "At the instant at which it was")]
    [TestCase("09:50", "later", TestName = "After it")]
    [TestCase("10:00", "last", TestName = "After it was about yet another")]
    public void Told_AnArrivalLate_WasWhereItWasToBeThen(string arrival, string site)
    {
        var (then, later, last) = (SiteId.New(Now), SiteId.New(Now), SiteId.New(Now));
        var story = Planned().AboutSite("2026-11-16 09:10", then).AboutSite("2026-11-16 09:30", later).AboutSite("2026-11-16 10:00", last);
        Assert.That((story.State.SiteId, story.EventsOf(InterventionEvents.SiteChanged).Count), Is.EqualTo((last, 3)));

        story.Started($"2026-11-16 {arrival}", told: "2026-11-16 12:00");

        Assert.That(story.State.SiteId, Is.EqualTo(site switch { "then" => then, "later" => later, _ => last }));
        Assert.That(story.AboutSite("2026-11-16 12:30", then).State, Is.EqualTo(story.State), "It follows no further.");
    }

    private static string Heard(InterventionStory story, string at) => string.Join(
        ' ', Enum.GetValues<InterventionMove>().Where(move => story.Intervention.HasHeard(move, Moments.Rome(at))));

    private static InterventionStory Planned() =>
        InterventionStory.Created("2026-11-16 09:00", urgency: Urgency.Urgent).Planned("2026-11-16 09:00", "2026-11-16 10:00");
}
