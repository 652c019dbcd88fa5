using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Tests.Contracts;

/// <summary>A contract of a year of Bronze from 1 December 2026.</summary>
public sealed class ContractTests
{
    private static readonly PlanCode Bronze = new("bronze");
    private static readonly PlanCode Silver = new("silver");
    private static readonly PlanCode Gold = new("gold");

    private static readonly Instant Before = Moments.Rome("2026-11-20 18:30");
    private static readonly Instant Within = Moments.Rome("2027-02-10 10:00");
    private static readonly Instant FirstInstant = Moments.Rome("2026-12-01 00:00");
    private static readonly Instant EndOfYear = Moments.Rome("2027-12-01 00:00");

    private Contract _contract = null!;

    [SetUp]
    public void Conclude() => _contract = Contract.Conclude(CustomerId.New(Before), ContractTerm.Create(Day("2026-12-01"), null), Bronze, Before);

    [Test]
    public void StateAt_FollowsTheClock()
    {
        Instant[] moments = [FirstInstant - Duration.Epsilon, FirstInstant, EndOfYear - Duration.Epsilon, EndOfYear];

        Assert.That(
            moments.Select(_contract.StateAt),
            Is.EqualTo((ContractState[])[ContractState.Upcoming, ContractState.InForce, ContractState.InForce, ContractState.Ended]));
    }

    [Test]
    public void Conclude_FirstPlan_HasNobodyToTell() =>
        Assert.That(_contract.Plans, Is.EqualTo((PlanPeriod[])[new(Bronze, FirstInstant, Before)]));

    [Test]
    public void Renew_WithAnotherPlan_GivesItFromTheRenewalOn()
    {
        _contract.Renew(12, Gold, Within);

        Assert.That(_contract.Term.EndsOn, Is.EqualTo(Day("2028-11-30")));
        Assert.That((_contract.PlanAt(EndOfYear - Duration.Epsilon), _contract.PlanAt(EndOfYear)), Is.EqualTo((Bronze, Gold)));
        Assert.That(_contract.Plans[1].AppliedAt, Is.Null);
        Assert.That(_contract.Version, Is.EqualTo(2));
    }

    [Test]
    public void Renew_WithTheSamePlan_AddsNoPeriod([Values] bool said)
    {
        _contract.Renew(12, said ? Bronze : null, Within);

        Assert.That(_contract.Plans, Has.Count.EqualTo(1));
    }

    [Test]
    public void Renew_WhatIsOver_IsRefused()
    {
        Assert.That(() => _contract.Renew(12, null, EndOfYear), Refused.With("contract_over"));
        Assert.That(() => _contract.Renew(12, null, EndOfYear - Duration.Epsilon), Throws.Nothing);
    }

    [Test]
    public void Renew_BeyondTheYearsThatCanBeCounted_IsRefused()
    {
        var last = Contract.Conclude(_contract.Customer, ContractTerm.Create(Day("2189-12-01"), Day("2199-11-30")), Bronze, Before);

        Assert.That(() => last.Renew(12, null, Within), Refused.With("contract_ends_too_late"));
    }

    [Test]
    public void Terminate_FromALaterDay_LastsUntilItsMidnight()
    {
        var midnight = Moments.Rome("2027-03-01 00:00");

        _contract.Terminate(Day("2027-03-01"), "Closed down", Within);

        Assert.That(_contract.EndsAt, Is.EqualTo(midnight));
        Assert.That(
            (_contract.StateAt(midnight - Duration.Epsilon), _contract.StateAt(midnight)),
            Is.EqualTo((ContractState.InForce, ContractState.Terminated)));
    }

    [Test]
    public void Terminate_Today_EndsItNow([Values] bool said)
    {
        _contract.Terminate(said ? Day("2027-02-10") : null, "Closed down", Within);

        Assert.That(_contract.EndsAt, Is.EqualTo(Within));
        Assert.That(_contract.Termination, Is.EqualTo(new Termination(Day("2027-02-10"), Within, "Closed down")));
    }

    [Test]
    public void Terminate_BeforeItBegins_LeavesItNeverInForce()
    {
        _contract.Terminate(null, "Changed their mind", Before);

        Assert.That(_contract.EndsAt, Is.EqualTo(_contract.StartsAt));
        Assert.That(_contract.StateAt(Before), Is.EqualTo(ContractState.Terminated));
    }

    [Test]
    public void Terminate_WithAPlanToCome_DropsIt()
    {
        _contract.ChangePlan(Gold, Day("2027-06-01"), Within);

        _contract.Terminate(Day("2027-06-01"), "Closed down", Within);

        Assert.That(_contract.Plans.Select(period => period.Plan), Is.EqualTo((PlanCode[])[Bronze]));
    }

    [TestCase("2027-02-09", "contract_day_in_the_past")]
    [TestCase("2027-12-01", "contract_day_outside_term")]
    public void Day_ThatCannotBe_IsRefused(string day, string code)
    {
        Assert.That(() => _contract.Terminate(Day(day), "Closed down", Within), Refused.With(code));
        Assert.That(() => _contract.ChangePlan(Gold, Day(day), Within), Refused.With(code));
        Assert.That(_contract.Version, Is.EqualTo(1));
    }

    [Test]
    public void Anything_OnceTerminated_IsRefusedAlsoWhileItIsStillInForce()
    {
        _contract.Terminate(Day("2027-03-01"), "Closed down", Within);

        Assert.That(() => _contract.Terminate(null, "Again", Within), Refused.With("contract_terminated"));
        Assert.That(() => _contract.Renew(12, null, Within), Refused.With("contract_terminated"));
        Assert.That(() => _contract.ChangePlan(Gold, null, Within), Refused.With("contract_terminated"));
    }

    [Test]
    public void ChangePlan_Today_CountsFromNowOnAndIsToBeApplied([Values] bool said)
    {
        var change = _contract.ChangePlan(Silver, said ? Day("2027-02-10") : null, Within);

        Assert.That(change, Is.EqualTo((Bronze, Within)));
        Assert.That(_contract.Plans[1], Is.EqualTo(new PlanPeriod(Silver, Within, null)));
        Assert.That((_contract.PlanAt(Within - Duration.Epsilon), _contract.PlanAt(Within)), Is.EqualTo((Bronze, Silver)));
    }

    [Test]
    public void ChangePlan_FromALaterDay_CountsFromItsMidnightAndLeavesWhatIsToComeLater()
    {
        _contract.ChangePlan(Gold, Day("2027-06-01"), Within);
        _contract.ChangePlan(Silver, Day("2027-04-01"), Within);

        Assert.That(
            _contract.Plans.Select(period => (period.Plan, period.FromAt)),
            Is.EqualTo(((PlanCode, Instant)[])
                [(Bronze, FirstInstant), (Silver, Moments.Rome("2027-04-01 00:00")), (Gold, Moments.Rome("2027-06-01 00:00"))]));
    }

    [Test]
    public void ChangePlan_TakenBack_LeavesNoTrace()
    {
        _contract.ChangePlan(Gold, Day("2027-06-01"), Within);

        _contract.ChangePlan(Bronze, Day("2027-06-01"), Within);

        Assert.That(_contract.Plans.Select(period => period.Plan), Is.EqualTo((PlanCode[])[Bronze]));
    }

    [Test]
    public void ChangePlan_BeforeItBegins_ReplacesThePlanThatItBeginsWith()
    {
        _contract.ChangePlan(Gold, null, Before);

        Assert.That(_contract.Plans, Is.EqualTo((PlanPeriod[])[new(Gold, FirstInstant, Before)]));
    }

    [Test]
    public void ChangePlan_ToWhatItGivesThen_IsRefused() =>
        Assert.That(() => _contract.ChangePlan(Bronze, Day("2027-06-01"), Within), Refused.With("plan_holds_already"));

    [Property]
    public Property ChangePlan_AnyChangesInAnyOrder_LeavePeriodsInOrderThatEachGiveAnotherPlan() => Prop.ForAll(
        Gen.Choose(0, 290).SelectMany(day => Gen.Elements(Bronze, Silver, Gold).Select(plan => (Day: day, Plan: plan))).ListOf(6).ToArbitrary(),
        changes =>
        {
            Conclude();
            foreach (var (day, plan) in changes)
            {
                var on = Day("2027-02-10").PlusDays(day);
                var at = day == 0 ? Within : ContractTerm.MidnightOf(on);
                if (_contract.PlanAt(at) == plan)
                    continue;

                _contract.ChangePlan(plan, on, Within);
                if (_contract.PlanAt(at) != plan)
                    return false;
            }

            var pairs = _contract.Plans.Zip(_contract.Plans.Skip(1)).ToList();
            return pairs.TrueForAll(pair => pair.First.FromAt < pair.Second.FromAt && pair.First.Plan != pair.Second.Plan);
        });

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
