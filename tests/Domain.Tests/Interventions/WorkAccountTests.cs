using FsCheck;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>Who worked when, on an intervention from 10:00 to 12:00; and what is put right of it afterwards.</summary>
public sealed class WorkAccountTests
{
    [TestCase("10:00-12:00", null, TestName = "All of it")]
    [TestCase("10:00-11:00 11:00-12:00", null, TestName = "One after the other")]
    [TestCase("10:00-12:00 10:00-12:00m", null, TestName = "Two technicians at once")]
    [TestCase("10:00-12:01", 0, TestName = "A minute beyond the end")]
    [TestCase("10:00-11:00 09:59-11:00m", 1, TestName = "A minute before the arrival")]
    [TestCase("10:00-10:00", 0, TestName = "No time at all")]
    [TestCase("11:00-10:00", 0, TestName = "Backwards")]
    [TestCase("10:00-11:00 11:30-12:00m 10:59-12:00", 2, TestName = "The same technician twice at once")]
    public void Completed_WithTimeEntries_TakesThoseThatCanBe(string entries, int? refused)
    {
        if (refused is null)
        {
            Assert.That(Started().Completed("2026-11-16 12:00", entries: Entries(entries)).State.Ending!.TimeEntries, Is.EqualTo(Entries(entries)));
            return;
        }

        var story = Started();
        var state = story.State;
        var refusal = Assert.Throws<BusinessException>(() => story.Completed("2026-11-16 12:00", entries: Entries(entries)))!;
        Assert.That((refusal.Code, refusal.Field), Is.EqualTo(("invalid_time_entry", $"timeEntries.{refused}")));
        Assert.That(story.State, Is.SameAs(state));
    }

    [TestCase("10:00-12:02", "12:02", "10:00-12:00", TestName = "Work up to the phone's now lasted up to ours")]
    [TestCase("11:00-12:00", "12:02", "11:00-11:59", TestName = "Its last minutes are told closer together")]
    [TestCase("11:00-11:58 11:58-12:02", "12:02", "11:00-11:58 11:58-12:00", TestName = "What was before stays as it was said")]
    [TestCase("12:00-12:02", "12:02", "11:59-12:00", TestName = "Work that began when ours was over by then")]
    [TestCase("10:00-12:03", "12:02", "10:00-12:03", TestName = "Work beyond the phone's own now stays wrong")]
    [TestCase("10:00-12:02", "12:00", "10:00-12:02", TestName = "A phone that is not ahead")]
    [TestCase("10:00-12:02", null, "10:00-12:02", TestName = "No phone at all")]
    public void ByOurClock_WhereThePhoneWasAhead_NothingIsLaterThanNow(string entries, string? told, string expected)
    {
        var account = new WorkAccount(InterventionOutcome.Solved, "Done", Entries(entries));

        var ours = account.ByOurClock(
            Moments.Rome("2026-11-16 10:00"), Moments.Rome("2026-11-16 12:00"), told is null ? null : Moments.Rome($"2026-11-16 {told}"));

        Assert.That(ours.TimeEntries, Is.EqualTo(Entries(expected)));
    }

    /// <summary>Any entries that are good by the phone's clock are good by ours.</summary>
    [Property(MaxTest = 500)]
    public bool ByOurClock_OfGoodEntries_IsGood(PositiveInt lasted, PositiveInt ahead, NonNegativeInt[] cuts)
    {
        var arrivedAt = Moments.Rome("2026-11-16 10:00");
        var at = arrivedAt + Duration.FromSeconds(lasted.Get);
        var told = at + Duration.FromSeconds((ahead.Get % 120) + 1);
        var whole = (long)(told - arrivedAt).TotalSeconds;
        var bounds = cuts.Select(cut => cut.Get % whole).Append(0).Append(whole).Distinct().Order().Select(second => arrivedAt + Duration.FromSeconds(second)).ToList();
        var entries = bounds.Zip(bounds.Skip(1)).Take(Ending.MaxTimeEntries).Select(pair => new TimeEntry(InterventionSamples.Giulia, pair.First, pair.Second));

        var ours = new WorkAccount(InterventionOutcome.Solved, "Done", [.. entries]).ByOurClock(arrivedAt, at, told);

        return ours.TimeEntries.All(entry => arrivedAt <= entry.From && entry.From < entry.To && entry.To <= at)
            && ours.TimeEntries.Zip(ours.TimeEntries.Skip(1)).All(pair => pair.First.To <= pair.Second.From);
    }

    [Test]
    public void Completed_WithNobodyWorking_IsRefused() => Assert.That(
        () => Started().Intervention.Complete(
            InterventionSamples.On("2026-11-16 12:00").At, new(InterventionOutcome.Solved, "Done", []), null!, InterventionSamples.On("2026-11-16 12:00")),
        Refused.With("nothing_worked"));

    [Test]
    public void Corrected_AfterCompletion_KeepsOutcomeAndEndAndComputesTheGuaranteesAnew()
    {
        var story = Started().Completed("2026-11-16 12:00");
        Assert.That(story.Guarantees(), Is.Empty);

        story.Corrected("2026-11-16 13:00", "It was our cable.", "Two new cables.", Entries("10:30-11:00"));

        Assert.That(story.Guarantees(), Is.EqualTo("OurFault 100/100/100"));
        Assert.That((story.State.Ending!.Words, story.State.Ending.Outcome), Is.EqualTo(("Two new cables.", (InterventionOutcome?)InterventionOutcome.Solved)));
        Assert.That(story.State.Ending.TimeEntries, Is.EqualTo(Entries("10:30-11:00")));
        Assert.That(story.State.Ending.At, Is.EqualTo(InterventionSamples.On("2026-11-16 12:00").At));
        Assert.That(
            story.EventsOf(InterventionEvents.Corrected).Single().Changes, Has.Some.EqualTo(new Domain.Events.Change("ourFault", null, "It was our cable.")));
    }

    [Test]
    public void Corrected_ThatItWasNotOurFaultAfterAll_TakesTheGuaranteeBack()
    {
        var story = InterventionStory.Created("2026-11-16 09:00", ourFault: "Our cable.").Started("2026-11-16 10:00").Completed("2026-11-16 12:00");
        Assert.That(story.Guarantees(), Is.EqualTo("OurFault 100/100/100"));

        story.Intervention.Correct(
            new(story.State.Mode, story.State.Ending!.Words, story.State.Ending.TimeEntries, null), new(Domain.Sla.Plans.WorkTerms.Usual, new(TestKit.Sla.Schedules.Silver())),
            InterventionSamples.On("2026-11-16 13:00"));

        Assert.That(story.Guarantees(), Is.Empty);
    }

    [TestCase("10:00-12:01")]
    [TestCase("11:00-10:00")]
    [TestCase("10:00-11:00 10:30-11:30")]
    public void Corrected_WithTimeEntriesThatCannotBe_IsRefused(string entries) => Assert.That(
        () => Started().Completed("2026-11-16 12:00").Corrected("2026-11-16 13:00", entries: Entries(entries)), Refused.With("invalid_time_entry"));

    [TestCase("09:59-10:00")]
    [TestCase("10:00-10:30")]
    [TestCase("10:30-10:00")]
    public void Corrected_WhereNobodyWasThere_TakesNoTimeEntries(string entries) => Assert.That(
        () => Planned().NobodyThere("2026-11-16 10:00").Corrected("2026-11-16 13:00", entries: Entries(entries)), Refused.With("invalid_time_entry"));

    [Test]
    public void Corrected_WhereNobodyWasThere_TakesWordsAndOurFault()
    {
        var story = Planned().NobodyThere("2026-11-16 10:00").Corrected("2026-11-16 13:00", "Our address was wrong.", "We rang next door.");

        Assert.That((story.State.Ending!.Words, story.Guarantees()), Is.EqualTo(("We rang next door.", "OurFault 100/100/100")));
    }

    [Test]
    public void Corrected_BeforeItHasEnded_TakesThatItIsOurFault() =>
        Assert.That(Planned().Corrected("2026-11-16 09:30", "Our cable.").State, Has.Property("OurFault").EqualTo("Our cable.").And.Property("Ending").Null);

    private static TimeEntry[] Entries(string text) =>
    [
        .. from entry in text.Split(' ')
           let ends = entry.TrimEnd('m').Split('-')
           select InterventionSamples.Entry(
               $"2026-11-16 {ends[0]}", $"2026-11-16 {ends[1]}", entry.EndsWith('m') ? InterventionSamples.Marco : InterventionSamples.Giulia),
    ];

    private static InterventionStory Planned() =>
        InterventionStory.Created("2026-11-16 09:00").Planned("2026-11-16 09:00", "2026-11-16 10:00");

    private static InterventionStory Started() => Planned().Started("2026-11-16 10:00");
}
