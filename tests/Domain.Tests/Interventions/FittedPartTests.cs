using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>Which parts the customer is asked about, and what may be charged. The limit is 50.00 euro for one.</summary>
public sealed class FittedPartTests
{
    [TestCase(50_00, 1, false, PartState.Accepted, TestName = "At the limit nobody is asked")]
    [TestCase(50_01, 1, false, PartState.Undecided, TestName = "A cent above it the customer is")]
    [TestCase(50_00, 100, false, PartState.Accepted, TestName = "What counts is the price of one")]
    [TestCase(0, 1, false, PartState.Accepted, TestName = "What costs nothing")]
    [TestCase(0, 1, true, PartState.Undecided, TestName = "Whoever wants to be asked before any part is")]
    public void Fitted_AboveTheLimitOrWhereWished_WaitsForTheCustomer(long cents, int quantity, bool askBeforeAny, PartState state)
    {
        var story = Planned().Fitted("2026-11-16 09:30", cents, quantity, askBeforeAny);

        var part = story.State.Parts.Single();
        Assert.That((part.State, part.IsAgreed, part.Quantity), Is.EqualTo((state, state == PartState.Accepted, quantity)));
        Assert.That(
            story.Intervention.Events[^1].Type,
            Is.EqualTo(state == PartState.Accepted ? InterventionEvents.PartFitted : InterventionEvents.PartApprovalAsked));
    }

    [Test]
    public void Asked_TheQuestionTellsPriceAndTotal()
    {
        var part = Planned().Fitted("2026-11-16 09:30", 60_05, 3).State.Parts.Single();

        Assert.That(part.Approval!.Text, Is.EqualTo(new LocalizedText(
            "Cavo: 3 × 60.05 EUR, in tutto 180.15 EUR più IVA 22%. Siete d'accordo?", "Cable: 3 × 60.05 EUR, in all 180.15 EUR plus 22% VAT. Do you agree?")));
    }

    [TestCase(true, PartState.Approved, InterventionEvents.PartApproved)]
    [TestCase(false, PartState.Declined, InterventionEvents.PartDeclined)]
    public void Decided_ByTheCustomer_IsKeptWithWhoAndWhen(bool isApproved, PartState state, string told)
    {
        var story = Asked().Decided("2026-11-16 09:45", isApproved: isApproved);

        var part = story.State.Parts.Single();
        Assert.That((part.State, part.IsAgreed), Is.EqualTo((state, isApproved)));
        Assert.That(part.Approval!.Decision!.By, Is.EqualTo(TicketSamples.Customer));
        Assert.That(story.Intervention.Events[^1].Type, Is.EqualTo(told));
    }

    [Test]
    public void Decided_ByAnybodyButTheCustomer_IsRefused()
    {
        foreach (var actor in (Actor[])[TicketSamples.Staff, TicketSamples.Partner, Actor.System])
            Assert.That(() => Asked().Intervention.Decide(1, true, null, InterventionSamples.On("2026-11-16 09:45", actor)), Refused.With("customers_decide"));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Decided_Twice_IsRefusedAndTheFirstStays(bool first, bool second)
    {
        var story = Asked().Decided("2026-11-16 09:45", isApproved: first);

        Assert.That(() => story.Decided("2026-11-16 09:46", isApproved: second), Refused.With("decided_already"));
        Assert.That(story.State.Parts.Single().Approval!.Decision!.IsApproved, Is.EqualTo(first));
    }

    [Test]
    public void Decided_AboutWhatNobodyAsked_IsRefused()
    {
        Assert.That(() => Planned().Fitted("2026-11-16 09:30").Decided("2026-11-16 09:45"), Refused.With("nothing_to_decide"));
        Assert.That(() => Asked().Decided("2026-11-16 09:45", part: 2), Refused.With("fitted_part_not_found"));
    }

    [Test]
    public void Removed_LeavesTheOthersWithTheirNumbers()
    {
        var story = Asked().Fitted("2026-11-16 09:31").Fitted("2026-11-16 09:32").Removed("2026-11-16 09:33", 2);

        Assert.That(story.State.Parts.Select(part => part.Number), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(() => story.Removed("2026-11-16 09:34", 2), Refused.With("fitted_part_not_found"));
        Assert.That(story.Fitted("2026-11-16 09:35").State.Parts[^1].Number, Is.EqualTo(4));
    }

    [TestCase("travelling")]
    [TestCase("started")]
    [TestCase("completed")]
    public void Parts_UntilAReportStands_CanBePutRight(string status)
    {
        var story = In(status);

        Assert.That(() => story.Fitted("2026-11-16 13:00").Decided("2026-11-16 13:01").Removed("2026-11-16 13:02"), Throws.Nothing);
    }

    [TestCase("reported")]
    [TestCase("cancelled")]
    public void Parts_OnceAReportStandsOrItIsCalledOff_StayAsTheyAre(string status)
    {
        var story = In(status);
        var state = story.State;

        Assert.That(() => story.Fitted("2026-11-16 13:00"), Refused.With("illegal_intervention_move"));
        Assert.That(() => story.Decided("2026-11-16 13:00"), Refused.With("illegal_intervention_move"));
        Assert.That(() => story.Removed("2026-11-16 13:00"), Refused.With("illegal_intervention_move"));
        Assert.That(story.State, Is.SameAs(state));
    }

    [Test]
    public void Parts_OnceTheReportIsVoided_CanBePutRightAgain() =>
        Assert.That(() => In("reported").ReportVoided().Decided("2026-11-16 13:00").Removed("2026-11-16 13:01"), Throws.Nothing);

    [Test]
    public void Parts_OfMoreKindsThanAreTaken_AreRefused()
    {
        var story = Planned();
        for (var i = 0; i < Intervention.MaxParts; i++)
            story.Fitted("2026-11-16 09:30");

        Assert.That(() => story.Fitted("2026-11-16 09:31"), Refused.With("too_many_parts"));
    }

    private static InterventionStory In(string status) => status switch
    {
        "travelling" => Asked().Travelled("2026-11-16 09:40"),
        "started" => Asked().Started("2026-11-16 10:00"),
        "completed" => Asked().Started("2026-11-16 10:00").Completed("2026-11-16 11:00"),
        "reported" => In("completed").Reported(),
        "cancelled" => Asked().Cancelled("2026-11-16 09:40"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static InterventionStory Asked() => Planned().Fitted("2026-11-16 09:30", 50_01);

    private static InterventionStory Planned() => InterventionStory.Created("2026-11-16 09:00").Planned("2026-11-16 09:00", "2026-11-16 10:00");
}
