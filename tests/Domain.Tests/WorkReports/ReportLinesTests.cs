using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Tests.WorkReports;

/// <summary>
/// What a report lists, with amounts worked out by hand. A plan's minute on site is at 1.00, its call-out at 30.00; Standard's hour is at
/// 80.00 and its call-out at 40.00. Bronze works 10:00-18:00, Silver 08:00-20:00, Standard 09:00-13:00 and 14:00-18:00.
/// </summary>
public sealed class ReportLinesTests
{
    private const string CallOut = "CallOut 1 Piece 30.00";

    [TestCase("10:00-10:01", "Labour 30 Minute 30.00", TestName = "A minute is the minimum")]
    [TestCase("10:00-10:30", "Labour 30 Minute 30.00", TestName = "The minimum to the minute")]
    [TestCase("10:00-10:30:01", "Labour 45 Minute 45.00", TestName = "A second more is an increment begun")]
    [TestCase("10:00-10:45", "Labour 45 Minute 45.00", TestName = "An increment to the minute")]
    [TestCase("10:00-10:20 10:40-10:51", "Labour 45 Minute 45.00", TestName = "Several entries of one are added up first")]
    [TestCase("10:00-10:31 10:00-10:20m", "Labour 45 Minute 45.00; Labour 30 Minute 30.00", TestName = "Two technicians, each with a minimum")]
    [TestCase("10:00-10:10m 10:00-11:00 10:10-10:40m", "Labour 45 Minute 45.00; Labour 60 Minute 60.00", TestName = "In the order in which they are named")]
    public void Labour_OnSite_IsBilledInIncrementsWithAMinimum(string entries, string expected) =>
        Assert.That(Lines(WorkSamples.Work(entries: entries)), Is.EqualTo($"{CallOut}; {expected}"));

    [TestCase("10:00-10:31", "Labour 45 Minute 36.00")]
    [TestCase("10:00-10:50", "Labour 60 Minute 48.00")]
    public void Labour_Remote_IsAtItsOwnRateWithoutACallOut(string entries, string expected) =>
        Assert.That(Lines(WorkSamples.Work(entries: entries, mode: InterventionMode.Remote)), Is.EqualTo(expected));

    [Test]
    public void Entitlement_Included_TakesOffCallOutAndLabour() => Assert.That(
        Lines(WorkSamples.Work(entries: "10:00-11:00", entitlement: EntitlementKind.Included)),
        Is.EqualTo($"{CallOut}; Discount -30.00 100% IncludedInPlan of 1; Labour 60 Minute 60.00; Discount -60.00 100% IncludedInPlan of 3"));

    [Test]
    public void Entitlement_IncludedWithoutTheCallOut_TakesOffLabourAlone() => Assert.That(
        Lines(WorkSamples.Work(entries: "10:00-11:00", entitlement: EntitlementKind.Included, terms: Terms(callOutIncluded: false))),
        Is.EqualTo($"{CallOut}; Labour 60 Minute 60.00; Discount -60.00 100% IncludedInPlan of 2"));

    [Test]
    public void Entitlement_Excluded_IsAtStandardPricesAndTerms() => Assert.That(
        Lines(WorkSamples.Work(entries: "10:00-10:15", entitlement: EntitlementKind.Excluded)),
        Is.EqualTo("CallOut 1 Piece 40.00; Labour 60 Minute 80.00"));

    [TestCase("bronze", "09:30-10:30", "Labour 30 Minute 30.00; Discount -30.00 100% IncludedInPlan of 3; Labour 30 Minute 30.00", TestName = "Half of it before Bronze opens, within Standard's hours: no surcharge")]
    [TestCase("bronze", "09:00-09:10", "Labour 30 Minute 30.00", TestName = "All of it before Bronze opens: the minimum is charged")]
    [TestCase("bronze", "17:45-18:15", "Labour 15 Minute 15.00; Discount -15.00 100% IncludedInPlan of 3; Labour 15 Minute 15.00; Surcharge 1 Piece 3.00", TestName = "A quarter of an hour after both close: 20 % of 15.00")]
    [TestCase("bronze", "18:00-18:20", "Labour 30 Minute 30.00; Surcharge 1 Piece 4.00", TestName = "The surcharge is for the time worked, not for the minimum: 20 % of 20.00")]
    [TestCase("silver", "12:45-13:15", "Labour 30 Minute 30.00; Discount -30.00 100% IncludedInPlan of 3", TestName = "Silver covers Standard's lunch break")]
    [TestCase("silver", "19:50-20:00:59", "Labour 30 Minute 30.00; Discount -30.00 100% IncludedInPlan of 3", TestName = "A minute that is not over is no minute")]
    [TestCase("silver", "19:50-20:01", "Labour 29 Minute 29.00; Discount -29.00 100% IncludedInPlan of 3; Labour 1 Minute 1.00; Surcharge 1 Piece 0.20", TestName = "What fills up to the minimum is included with the work")]
    [TestCase("silver", "19:59:30-20:00:30 20:01-20:01:30", "Labour 29 Minute 29.00; Discount -29.00 100% IncludedInPlan of 3; Labour 1 Minute 1.00; Surcharge 1 Piece 0.20", TestName = "Two half minutes are one")]
    public void Hours_BeyondThePlan_AreNotIncludedAndChargedMoreOnlyBeyondStandard(string plan, string entries, string expected) => Assert.That(
        Lines(WorkSamples.Work(plan, entries, EntitlementKind.Included)), Is.EqualTo($"{CallOut}; Discount -30.00 100% IncludedInPlan of 1; {expected}"));

    [TestCase("bronze", "09:30-10:30", EntitlementKind.Billable, "CallOut 1 Piece 30.00; Labour 60 Minute 60.00", TestName = "What is charged anyway is one line")]
    [TestCase("bronze", "17:45-18:15", EntitlementKind.Billable, "CallOut 1 Piece 30.00; Labour 30 Minute 30.00; Surcharge 1 Piece 3.00", TestName = "With the surcharge beside it")]
    [TestCase("bronze", "18:00-18:30", EntitlementKind.Excluded, "CallOut 1 Piece 40.00; Labour 60 Minute 80.00; Surcharge 1 Piece 20.00", TestName = "Excluded: Standard's surcharge, 50 % of 40.00")]
    [TestCase("standard", "12:30-13:30", EntitlementKind.Billable, "CallOut 1 Piece 40.00; Labour 60 Minute 80.00; Surcharge 1 Piece 20.00", TestName = "Standard in its lunch break: 50 % of 40.00")]
    public void Hours_BeyondThePlan_WhereThePlanDoesNotPay(string plan, string entries, EntitlementKind entitlement, string expected) =>
        Assert.That(Lines(WorkSamples.Work(plan, entries, entitlement)), Is.EqualTo(expected));

    [TestCase(false, EntitlementKind.Billable, "CallOut 1 Piece 30.00; Discount -30.00 100% NobodyThere of 1", TestName = "Coming in vain is not charged")]
    [TestCase(true, EntitlementKind.Billable, CallOut, TestName = "Coming in vain is charged, by setting")]
    [TestCase(true, EntitlementKind.Included, "CallOut 1 Piece 30.00; Discount -30.00 100% IncludedInPlan of 1", TestName = "Coming in vain is included with the work")]
    public void NobodyThere_TheCallOutIsChargedBySetting(bool charged, EntitlementKind entitlement, string expected) => Assert.That(
        Lines(WorkSamples.Work(entitlement: entitlement, outcome: InterventionOutcome.NobodyThere, terms: Terms(chargesWasted: charged))), Is.EqualTo(expected));

    [Test]
    public void Parts_OnlyThoseThatAreAgreedOn_AreListedAtTheirOwnVat()
    {
        FittedPart[] parts =
        [
            InterventionSamples.Part(1, 12_50, 2), InterventionSamples.Part(2, 60_00, approval: InterventionSamples.Asked()),
            InterventionSamples.Part(3, 70_00, 3, InterventionSamples.Asked(true), vat: 10), InterventionSamples.Part(4, 80_00, approval: InterventionSamples.Asked(false)),
        ];

        var lines = ReportLines.Of(WorkSamples.Work(mode: InterventionMode.Remote, parts: parts, entitlement: EntitlementKind.Included));

        Assert.That(WorkSamples.Told(lines), Is.EqualTo(new[] { "Part 2 Piece 25.00", "Part 3 Piece 210.00" }), "a plan includes work, not parts");
        Assert.That(lines.Select(line => (line.Number, line.VatPercent, line.UnitPrice.ToString())), Is.EqualTo(new[] { (1, 22, "12.50"), (2, 10, "70.00") }));
        Assert.That(lines[0].Description, Is.EqualTo(new LocalizedText("Cavo (CAB-3)", "Cable (CAB-3)")));
    }

    [TestCase(GuaranteeKind.LateUrgent, 100, 0, "CallOut 1 Piece 30.00; Discount -30.00 100% LateUrgent of 1; Labour 60 Minute 60.00; Discount -60.00 100% LateUrgent of 3; Surcharge 1 Piece 12.00; Discount -12.00 100% LateUrgent of 5; Part 1 Piece 12.50")]
    [TestCase(GuaranteeKind.LateNormal, 40, 0, "CallOut 1 Piece 30.00; Discount -12.00 40% LateNormal of 1; Labour 60 Minute 60.00; Discount -24.00 40% LateNormal of 3; Surcharge 1 Piece 12.00; Discount -4.80 40% LateNormal of 5; Part 1 Piece 12.50")]
    [TestCase(GuaranteeKind.FollowUp, 100, 100, "CallOut 1 Piece 30.00; Discount -30.00 100% FollowUp of 1; Labour 60 Minute 60.00; Discount -60.00 100% FollowUp of 3; Surcharge 1 Piece 12.00; Discount -12.00 100% FollowUp of 5; Part 1 Piece 12.50; Discount -12.50 100% FollowUp of 7")]
    [TestCase(GuaranteeKind.OurFault, 100, 100, "CallOut 1 Piece 30.00; Discount -30.00 100% OurFault of 1; Labour 60 Minute 60.00; Discount -60.00 100% OurFault of 3; Surcharge 1 Piece 12.00; Discount -12.00 100% OurFault of 5; Part 1 Piece 12.50; Discount -12.50 100% OurFault of 7")]
    public void Guarantees_TakeOffWhatTheySayAndTheItemStaysAtItsFullPrice(GuaranteeKind kind, int work, int parts, string expected) => Assert.That(
        Lines(WorkSamples.Work(
            entries: "20:00-21:00", parts: [InterventionSamples.Part()], guarantees: [WorkSamples.Guarantee(kind, work, work, parts)])),
        Is.EqualTo(expected));

    [TestCase(EntitlementKind.Billable, "Discount -30.00 100% LateUrgent of 1; Labour 60 Minute 60.00; Discount -60.00 100% LateUrgent of 3", TestName = "Of two guarantees the better")]
    [TestCase(EntitlementKind.Included, "Discount -30.00 100% IncludedInPlan of 1; Labour 60 Minute 60.00; Discount -60.00 100% IncludedInPlan of 3", TestName = "Included already: nothing is taken off twice")]
    public void Guarantees_SeveralOnOneItem_TheBestCountsOnce(EntitlementKind entitlement, string expected) => Assert.That(
        Lines(WorkSamples.Work(
            entries: "10:00-11:00", entitlement: entitlement,
            guarantees: [WorkSamples.Guarantee(GuaranteeKind.LateNormal, 60, 60), WorkSamples.Guarantee(GuaranteeKind.LateUrgent)])),
        Is.EqualTo($"{CallOut}; {expected}"));

    [Test]
    public void Prices_OfZero_AreListedAndNothingIsTakenOffThem()
    {
        var prices = WorkSamples.PlanPrices() with { CallOutFee = Money.Zero, OnSiteHourlyRate = Money.Zero };

        var lines = Lines(WorkSamples.Work(
            entries: "20:00-21:00", prices: prices, parts: [InterventionSamples.Part(cents: 0)], guarantees: [WorkSamples.Guarantee(GuaranteeKind.OurFault, parts: 100)]));

        Assert.That(lines, Is.EqualTo("CallOut 1 Piece 0.00; Labour 60 Minute 0.00; Part 1 Piece 0.00"));
    }

    [Test]
    public void Discounts_AreRoundedToTheCentHalfAwayFromZero()
    {
        // 20 % of 0.33 are 0.066; of 0.02 they are 0.004, which is nothing.
        var prices = WorkSamples.PlanPrices() with { CallOutFee = new(33), OnSiteHourlyRate = new(2) };

        Assert.That(
            Lines(WorkSamples.Work(entries: "10:00-11:00", prices: prices, guarantees: [WorkSamples.Guarantee(GuaranteeKind.LateNormal, 20, 20)])),
            Is.EqualTo("CallOut 1 Piece 0.33; Discount -0.07 20% LateNormal of 1; Labour 60 Minute 0.02"));
    }

    [Test]
    public void Descriptions_NameTheTechnicianAndTheReason()
    {
        var lines = ReportLines.Of(WorkSamples.Work("bronze", "17:30-18:30m", EntitlementKind.Included, InterventionMode.Remote));

        Assert.That(lines.Select(line => line.Description.En), Is.EqualTo(new[]
        {
            "Remote work, Marco", "100% off: included in the plan", "Remote work outside the hours of the plan, Marco", "Surcharge of 20% for 30 minutes out of hours, Marco",
        }));
        Assert.That(lines.Select(line => line.Description.It), Is.EqualTo(new[]
        {
            "Lavoro da remoto, Marco", "Sconto 100%: compreso nel piano", "Lavoro da remoto fuori dall'orario del piano, Marco",
            "Maggiorazione del 20% per 30 minuti fuori orario, Marco",
        }));
        Assert.That(lines[0].UnitPrice.ToString(), Is.EqualTo("48.00"), "of an hour, where minutes are counted");
    }

    private static string Lines(PricedWork work) => string.Join("; ", WorkSamples.Told(ReportLines.Of(work)));

    private static WorkTerms Terms(bool callOutIncluded = true, bool chargesWasted = false) =>
        WorkTerms.Create(20, Duration.FromHours(1), 15, new(50_00), callOutIncluded, chargesWasted);
}
