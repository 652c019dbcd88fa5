using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Interventions;
using MisterAssist.TestKit.Prices;
using NodaTime;

namespace MisterAssist.Domain.Tests.Prices;

public sealed class PlanPricesTests
{
    [TestCase(15, 30, "00:00:00", 0, TestName = "Nothing for no work")]
    [TestCase(15, 30, "00:00:01", 30, TestName = "A second is the minimum")]
    [TestCase(15, 30, "00:30:00", 30, TestName = "The minimum is the minimum")]
    [TestCase(15, 30, "00:30:01", 45, TestName = "A second more begins an increment")]
    [TestCase(15, 30, "00:45:00", 45, TestName = "A whole increment is not exceeded")]
    [TestCase(15, 0, "00:00:01", 15, TestName = "Without a minimum an increment is the least")]
    [TestCase(60, 45, "00:20:00", 60, TestName = "An increment longer than the minimum counts")]
    [TestCase(20, 50, "00:40:00", 50, TestName = "A minimum between two increments is billed as it is")]
    [TestCase(20, 50, "00:41:00", 60, TestName = "Beyond it increments count")]
    [TestCase(1, 0, "26:00:00", 1560, TestName = "More than a day")]
    public void BilledMinutes_AreWholeIncrementsAndAtLeastTheMinimum(int increment, int minimum, string worked, long billed)
    {
        var parts = worked.Split(':').Select(int.Parse).ToArray();

        var minutes = PriceSamples.Prices(increment: increment, minimum: minimum)
            .BilledMinutes(Duration.FromSeconds((parts[0] * 3600) + (parts[1] * 60) + parts[2]));

        Assert.That(minutes, Is.EqualTo(billed));
    }

    [Test]
    public void BilledMinutes_OfNegativeWork_AreAMistakeOfTheProgram() => Assert.That(
        () => PriceSamples.Prices().BilledMinutes(-Duration.Epsilon), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Property]
    public Property BilledMinutes_AreTheLeastThatTheRulesAllow() => Prop.ForAll(
        Gen.Choose(1, 240).ToArbitrary(), Gen.Choose(0, 480).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (increment, minimum, seconds) =>
        {
            var worked = Duration.FromSeconds(seconds);

            var billed = PriceSamples.Prices(increment: increment, minimum: minimum).BilledMinutes(worked);

            return billed == minimum
                ? Duration.FromMinutes(billed / increment * increment) >= worked
                : billed > minimum && billed % increment == 0
                    && Duration.FromMinutes(billed) >= worked && (Duration.FromMinutes(billed - increment) < worked || billed - increment < minimum);
        });

    [TestCase(InterventionMode.OnSite, 60, "55.00")]
    [TestCase(InterventionMode.Remote, 60, "45.00")]
    [TestCase(InterventionMode.OnSite, 45, "41.25")]
    [TestCase(InterventionMode.OnSite, 50, "45.83")]
    [TestCase(InterventionMode.Remote, 1, "0.75")]
    [TestCase(InterventionMode.Remote, 0, "0.00")]
    public void Labour_IsTheHourlyRateByTheMinute(InterventionMode mode, long minutes, string cost) =>
        Assert.That(PriceSamples.Prices().Labour(mode, minutes).ToString(), Is.EqualTo(cost));
}
