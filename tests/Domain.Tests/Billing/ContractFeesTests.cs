using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Billing;

// Bronze costs 365.00 a year, so a euro a day where the year has 365 days; Silver 730.00.
public sealed class ContractFeesTests
{
    [TestCase("2026-03-15", null, "2026-03-14", "", TestName = "Before the first day nothing is due")]
    [TestCase("2026-03-15", null, "2026-03-15", "1 2026-03-15..2027-03-15 bronze 365.00", TestName = "On the first day the year is due")]
    [TestCase("2026-03-15", "2028-03-14", "2027-03-31", "1 2026-03-15..2027-03-15 bronze 365.00, 2 2027-03-15..2028-03-15 bronze 365.00", TestName = "Each anniversary another one is")]
    [TestCase("2026-01-31", "2027-02-27", "2027-12-31", "1 2026-01-31..2027-01-31 bronze 365.00, 2 2027-01-31..2027-02-28 bronze 28.00", TestName = "The days of a last year that is none, from 31 January")]
    [TestCase("2024-02-29", "2027-02-27", "2026-12-31", "1 2024-02-29..2025-02-28 bronze 365.00, 2 2025-02-28..2026-02-28 bronze 365.00, 3 2026-02-28..2027-02-28 bronze 365.00", TestName = "From 29 February the years begin on the 28th")]
    [TestCase("2024-02-29", "2028-03-01", "2028-12-31", "1 2024-02-29..2025-02-28 bronze 365.00, 2 2025-02-28..2026-02-28 bronze 365.00, 3 2026-02-28..2027-02-28 bronze 365.00, 4 2027-02-28..2028-02-29 bronze 365.00, 5 2028-02-29..2028-03-02 bronze 2.00", TestName = "And on the 29th in leap years")]
    [TestCase("2027-07-01", "2028-04-30", "2028-12-31", "1 2027-07-01..2028-05-01 bronze 304.17", TestName = "A year of 366 days: 305 of them")]
    public void DueOf_AContractThatRunsAsAgreed_IsAFeeForEachYear(string startsOn, string? endsOn, string upTo, string fees) =>
        Assert.That(Told(ContractFees.DueOf(Contract(startsOn, endsOn), [], Day(upTo), PriceOf)), Is.EqualTo(fees));

    [Test]
    public void DueOf_WhatIsKnown_IsNotDueAgain()
    {
        var contract = Contract("2026-03-15");
        var known = ContractFees.DueOf(contract, [], Day("2026-12-31"), PriceOf);

        Assert.That(DueOf(contract, known, Day("2026-12-31")), Is.Empty);
    }

    [Test]
    public void DueOf_AChangeOfPlan_GivesTheDaysBackAndChargesThemAnew()
    {
        var contract = Contract("2026-01-01");
        var known = ContractFees.DueOf(contract, [], Day("2026-01-31"), PriceOf);
        contract.ChangePlan(new("silver"), Day("2026-12-02"), Moments.Rome("2026-11-20 09:00"));

        Assert.That(DueOf(contract, known, Day("2026-12-01")), Is.Empty, "not before it holds");
        Assert.That(
            Told(DueOf(contract, known, Day("2026-12-31"))),
            Is.EqualTo("2 2026-12-02..2027-01-01 bronze -30.00, 3 2026-12-02..2027-01-01 silver 60.00"));
    }

    [Test]
    public void DueOf_AChangeOfPlanInTheMidstOfADay_CountsFromTheNext()
    {
        var contract = Contract("2026-01-01");
        var known = ContractFees.DueOf(contract, [], Day("2026-01-31"), PriceOf);
        contract.ChangePlan(new("silver"), null, Moments.Rome("2026-12-01 09:00"));

        Assert.That(
            Told(DueOf(contract, known, Day("2026-12-31"))),
            Is.EqualTo("2 2026-12-02..2027-01-01 bronze -30.00, 3 2026-12-02..2027-01-01 silver 60.00"));
    }

    [Test]
    public void DueOf_AChangeOfPlanThatIsTakenBack_GivesBackWhatTheChangeCharged()
    {
        var contract = Contract("2026-01-01");
        List<ContractFee> known = [.. ContractFees.DueOf(contract, [], Day("2026-01-31"), PriceOf)];
        contract.ChangePlan(new("silver"), Day("2026-06-01"), Moments.Rome("2026-05-20 09:00"));
        known.AddRange(DueOf(contract, known, Day("2026-06-30")));
        contract.ChangePlan(new("bronze"), Day("2026-07-01"), Moments.Rome("2026-06-20 09:00"));

        Assert.That(
            Told(DueOf(contract, known, Day("2026-07-31"))),
            Is.EqualTo("4 2026-07-01..2027-01-01 silver -368.00, 5 2026-07-01..2027-01-01 bronze 184.00"));
    }

    [TestCase("2026-12-02", "2 2026-12-02..2027-01-01 bronze -30.00", TestName = "An early end gives the days back")]
    [TestCase("2027-01-02", "2 2027-01-01..2027-01-02 bronze 1.00", TestName = "A day into the second year is charged as a day")]
    public void DueOf_AnEarlyEnd_IsCountedByDays(string endsFrom, string fees)
    {
        var contract = Contract("2026-01-01", "2027-12-31");
        var known = ContractFees.DueOf(contract, [], Day("2026-01-31"), PriceOf);
        contract.Terminate(Day(endsFrom), "They close.", Moments.Rome("2026-11-20 09:00"));

        Assert.That(Told(DueOf(contract, known, Day("2027-12-31"))), Is.EqualTo(fees));
    }

    [Test]
    public void DueOf_AnEndBeforeItBegan_IsNothing()
    {
        var contract = Contract("2026-12-01");
        contract.Terminate(Day("2026-12-01"), "They thought better of it.", Moments.Rome("2026-11-20 09:00"));

        Assert.That(ContractFees.DueOf(contract, [], Day("2027-12-31"), PriceOf), Is.Empty);
    }

    [Test]
    public void DueOf_ARenewalInTheMidstOfAYear_ChargesTheDaysThatItAdds()
    {
        var contract = Contract("2025-11-01", "2026-04-30");
        List<ContractFee> known = [.. ContractFees.DueOf(contract, [], Day("2025-11-30"), PriceOf)];
        contract.Renew(6, null, Moments.Rome("2026-04-20 09:00"));

        Assert.That(Told(known), Is.EqualTo("1 2025-11-01..2026-05-01 bronze 181.00"));
        Assert.That(Told(DueOf(contract, known, Day("2026-05-31"))), Is.EqualTo("2 2026-05-01..2026-11-01 bronze 184.00"));
    }

    [Test]
    public void DueOf_APlanThatCostsNothing_IsNothingEachTime() =>
        Assert.That(ContractFees.DueOf(Contract("2026-01-01"), [], Day("2026-12-31"), (_, _) => new(Money.Zero, 22)), Is.Empty);

    /// <remarks>Each line is rounded for itself: half a cent a line, and at most.</remarks>
    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property DueOf_HoweverOftenItIsAsked_ComesToTheDaysThatWereGiven() => Prop.ForAll(Histories(), history =>
    {
        var contract = Contract(history.StartsOn, null);
        var known = new List<ContractFee>();
        foreach (var (days, plan) in history.Changes)
        {
            var at = ContractTerm.MidnightOf(Day(history.StartsOn).PlusDays(days)) + Duration.FromHours(days % 3 == 0 ? 0 : 9);
            if (at >= contract.EndsAt || contract.PlanAt(at).Value == plan)
                continue;
            if (days % 2 == 0)
                known.AddRange(DueOf(contract, known, at.InZone(Company.Zone).Date));
            contract.ChangePlan(new(plan), null, at);
        }

        var last = Day(history.StartsOn).PlusYears(1).PlusDays(-1);
        known.AddRange(DueOf(contract, known, last));

        var days365 = Period.DaysBetween(Day(history.StartsOn), last.PlusDays(1));
        var exact = Enumerable.Range(0, days365)
            .Select(day => contract.PlanAt(ContractTerm.MidnightOf(Day(history.StartsOn).PlusDays(day))))
            .Sum(plan => (decimal)PriceOf(plan, default).YearlyFee.Cents / days365);
        Assert.That(Math.Abs(known.Sum(fee => fee.Amount).Cents - exact), Is.LessThanOrEqualTo(known.Count * 0.5m));
        Assert.That(DueOf(contract, known, last), Is.Empty);
        Assert.That(known.Select(fee => fee.Number).Order(), Is.EqualTo(Enumerable.Range(1, known.Count)));
    });

    [Test]
    public void DueOf_AYearThatWasWaived_IsNeitherGivenBackNorChargedAgain()
    {
        var contract = Contract("2026-01-01");
        var known = DueOf(contract, [], Day("2026-01-31"));
        contract.Terminate(Day("2026-07-01"), "Why", Moments.Rome("2026-06-01 09:00"));

        Assert.That(Told(DueOf(contract, known, Day("2026-12-31"))), Is.EqualTo("2 2026-07-01..2027-01-01 bronze -184.00"));
        Assert.That(DueOf(contract, known, Day("2026-12-31"), isWaived: true), Is.Empty);
    }

    [Test]
    public void DueOf_AnotherPlanInAYearThatWasWaived_IsChargedForTheDaysThatItGives()
    {
        var contract = Contract("2026-01-01");
        var known = DueOf(contract, [], Day("2026-01-31"));
        contract.ChangePlan(new("silver"), Day("2026-07-01"), Moments.Rome("2026-06-01 09:00"));

        Assert.That(Told(DueOf(contract, known, Day("2026-12-31"), isWaived: true)), Is.EqualTo("2 2026-07-01..2027-01-01 silver 368.00"));
    }

    /// <remarks>Its credit note was taken back for good: the fee is owed beside what was charged in its place.</remarks>
    [TestCase(false, null, "4 2026-10-01..2027-01-01 silver -184.00, 5 2026-10-01..2027-01-01 bronze -92.00", TestName = "Both are given back at an early end")]
    [TestCase(true, null, "4 2026-10-01..2027-01-01 bronze -92.00", TestName = "It is given back where what replaced it was taken back for good")]
    [TestCase(false, "bronze", "4 2026-10-01..2027-01-01 silver -184.00", TestName = "It pays for its plan again, and what replaced it is given back")]
    [TestCase(true, "bronze", "", TestName = "It pays for its plan again")]
    [TestCase(true, "gold", "4 2026-10-01..2027-01-01 bronze -92.00, 5 2026-10-01..2027-01-01 gold 252.06", TestName = "It is given back for a third plan")]
    [TestCase(false, "silver", "", TestName = "It is left where nothing changes")]
    public void DueOf_AFeeThatIsOwedAfterAll(bool isReplacementWaived, string? next, string due)
    {
        var contract = Contract("2026-01-01");
        var known = DueOf(contract, [], Day("2026-01-31")).ToList();
        contract.ChangePlan(new("silver"), Day("2026-07-01"), Moments.Rome("2026-06-01 09:00"));
        known.AddRange(DueOf(contract, known, Day("2026-07-31")));
        if (next is null)
            contract.Terminate(Day("2026-10-01"), "They close.", Moments.Rome("2026-09-01 09:00"));
        else if (next != "silver")
            contract.ChangePlan(new(next), Day("2026-10-01"), Moments.Rome("2026-09-01 09:00"));

        KnownFee[] told = [new(known[0], IsWaived: false), new(known[1], IsWaived: true), new(known[2], isReplacementWaived)];

        var found = ContractFees.DueOf(contract, told, Day("2026-12-31"), PriceOf);

        Assert.That(Told(found), Is.EqualTo(due));
        told = [.. told, .. found.Select(fee => new KnownFee(fee, IsWaived: false))];
        Assert.That(ContractFees.DueOf(contract, told, Day("2026-12-31"), PriceOf), Is.Empty, "and then no more");
    }

    [Test]
    public void DueOf_AFeeThatIsOwedAfterAllThoughTheContractEnded_IsNotGivenBackOnceMore()
    {
        var contract = Contract("2026-01-01");
        var known = DueOf(contract, [], Day("2026-01-31")).ToList();
        contract.Terminate(Day("2026-07-01"), "Why", Moments.Rome("2026-06-01 09:00"));
        known.AddRange(DueOf(contract, known, Day("2026-07-31")));

        KnownFee[] told = [new(known[0], IsWaived: false), new(known[1], IsWaived: true)];

        Assert.That(ContractFees.DueOf(contract, told, Day("2026-12-31"), PriceOf), Is.Empty);
    }

    [Test]
    public void DueOf_AFeeThatIsOwedAfterAllThoughAPlanThatCostsNothingIsGiven_IsGivenBackAtTheEndAlone()
    {
        var contract = Contract("2026-01-01");
        var known = ContractFees.DueOf(contract, [], Day("2026-01-31"), FreeOrNot).ToList();
        contract.ChangePlan(new("basic"), Day("2026-07-01"), Moments.Rome("2026-06-01 09:00"));
        known.AddRange(ContractFees.DueOf(contract, [new(known[0], IsWaived: false)], Day("2026-07-31"), FreeOrNot));
        KnownFee[] told = [new(known[0], IsWaived: false), new(known[1], IsWaived: true)];
        Assert.That(ContractFees.DueOf(contract, told, Day("2026-12-31"), FreeOrNot), Is.Empty);

        contract.Terminate(Day("2026-10-01"), "They close.", Moments.Rome("2026-09-01 09:00"));

        Assert.That(Told(ContractFees.DueOf(contract, told, Day("2026-12-31"), FreeOrNot)), Is.EqualTo("3 2026-10-01..2027-01-01 bronze -92.00"));

        static FeePrice FreeOrNot(PlanCode plan, LocalDate day) => plan.Value == "basic" ? new(Money.Zero, 22) : PriceOf(plan, day);
    }

    /// <remarks>Its fee was waived, and what gave days of it back went with it: those days were not charged.</remarks>
    [Test]
    public void DueOf_DaysThatWereGivenBackBeforeTheirFeeWasWaived_AreChargedAgain()
    {
        var contract = Contract("2026-01-01");
        var known = DueOf(contract, [], Day("2026-01-31")).ToList();
        contract.ChangePlan(new("silver"), Day("2026-07-01"), Moments.Rome("2026-06-01 09:00"));
        known.AddRange(DueOf(contract, known, Day("2026-07-31")));
        contract.ChangePlan(new("bronze"), Day("2026-10-01"), Moments.Rome("2026-09-01 09:00"));
        KnownFee[] told = [new(known[0], IsWaived: true), new(known[1], IsWaived: true), new(known[2], IsWaived: false)];

        Assert.That(
            Told(ContractFees.DueOf(contract, told, Day("2026-12-31"), PriceOf)),
            Is.EqualTo("4 2026-10-01..2027-01-01 silver -184.00, 5 2026-10-01..2027-01-01 bronze 92.00"));
    }

    /// <remarks>Half of 300.01 is 150.005, which rounds up twice.</remarks>
    [Test]
    public void DueOf_AFeeThatIsGivenBackInParts_ComesToNoMoreThanItself()
    {
        var contract = Contract("2024-01-01");
        List<ContractFee> known = [.. ContractFees.DueOf(contract, [], Day("2024-01-31"), Odd)];
        contract.Terminate(Day("2024-07-02"), "They close.", Moments.Rome("2024-01-02 09:00"));
        known.AddRange(ContractFees.DueOf(contract, Known(known), Day("2024-12-31"), Odd));
        // As if the contract had never begun.
        var never = Contract("2024-01-01");
        never.Terminate(Day("2024-01-01"), "They thought better of it.", Moments.Rome("2020-01-02 09:00"));
        known.AddRange(ContractFees.DueOf(never, Known(known), Day("2024-12-31"), Odd));

        Assert.That(Told(known), Is.EqualTo(
            "1 2024-01-01..2025-01-01 bronze 300.01, 2 2024-07-02..2025-01-01 bronze -150.00, 3 2024-01-01..2024-07-02 bronze -150.01"));

        static FeePrice Odd(PlanCode plan, LocalDate day) => new(new(300_01), 22);

        static KnownFee[] Known(IEnumerable<ContractFee> fees) => [.. fees.Select(fee => new KnownFee(fee, IsWaived: false))];
    }

    [Test]
    public void DueOf_WhatIsLessThanACent_IsNotGivenBack()
    {
        var contract = Contract("2026-01-01");
        var known = ContractFees.DueOf(contract, [], Day("2026-01-31"), (_, _) => new(new(1_00), 22));
        contract.Terminate(Day("2026-12-31"), "They close.", Moments.Rome("2026-11-20 09:00"));

        Assert.That(DueOf(contract, known, Day("2026-12-31")), Is.Empty);
    }

    private static IReadOnlyList<ContractFee> DueOf(Contract contract, IEnumerable<ContractFee> known, LocalDate upTo, bool isWaived = false) =>
        ContractFees.DueOf(contract, [.. known.Select(fee => new KnownFee(fee, isWaived))], upTo, PriceOf);

    private static Arbitrary<History> Histories() => Arb.From(
        from startsOn in Gen.Elements("2023-03-01", "2024-02-29", "2026-01-31", "2027-06-15")
        from changes in Gen.Zip(Gen.Choose(0, 364), Gen.Elements("bronze", "silver", "gold")).ListOf()
        select new History(startsOn, [.. changes.Take(6).OrderBy(change => change.Item1).DistinctBy(change => change.Item1)]));

    private static Contract Contract(string startsOn, string? endsOn = null) => Domain.Contracts.Contract.Conclude(
        CustomerId.New(Moments.Rome("2020-01-01 00:00")), ContractTerm.Create(Day(startsOn), endsOn is null ? null : Day(endsOn)), new("bronze"),
        Moments.Rome("2020-01-01 00:00"));

    private static FeePrice PriceOf(PlanCode plan, LocalDate day) =>
        new(new(plan.Value switch { "bronze" => 365_00, "silver" => 730_00, _ => 1000_01 }), 22);

    private static LocalDate Day(string day) => Schedules.Date(day);

    private static string Told(IEnumerable<ContractFee> fees) => string.Join(", ", fees.Select(fee =>
        $"{fee.Number} {fee.From:uuuu-MM-dd}..{fee.To:uuuu-MM-dd} {fee.Plan} {fee.Amount}"));

    private sealed record History(string StartsOn, IReadOnlyList<(int Days, string Plan)> Changes);
}
