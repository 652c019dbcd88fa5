using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Contracts;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Tests.Contracts;

public sealed class ContractTermTests
{
    private static Gen<LocalDate> Days => Gen.Choose(0, 20_000).Select(days => new LocalDate(2020, 1, 1).PlusDays(days));

    [TestCase("2026-12-01", "2027-11-30")]
    [TestCase("2026-01-31", "2027-01-30")]
    [TestCase("2027-03-01", "2028-02-29")]
    [TestCase("2028-02-29", "2029-02-27")]
    public void Create_WithoutAnEnd_LastsAYear(string startsOn, string endsOn) =>
        Assert.That(ContractTerm.Create(Day(startsOn), null).EndsOn, Is.EqualTo(Day(endsOn)));

    [TestCase("2026-01-31", 1, "2026-02-27 2026-03-30 2026-04-29 2026-05-30")]
    [TestCase("2028-02-29", 12, "2029-02-27 2030-02-27 2031-02-27 2032-02-28")]
    [TestCase("2026-12-01", 12, "2027-11-30 2028-11-30")]
    public void Extended_TermAfterTerm_IsCountedFromTheFirstDay(string startsOn, int months, string ends)
    {
        var term = ContractTerm.Create(Day(startsOn), Day(startsOn).PlusMonths(months).PlusDays(-1));
        var found = new List<LocalDate> { term.EndsOn };
        while (found.Count < ends.Split(' ').Length)
        {
            term = term.Extended(months);
            found.Add(term.EndsOn);
        }

        Assert.That(found, Is.EqualTo(ends.Split(' ').Select(Day)));
    }

    [Test]
    public void Extended_FirstTermOfNoWholeMonths_IsCountedFromTheDayAfterIt()
    {
        var term = ContractTerm.Create(Day("2026-03-10"), Day("2026-10-30"));

        Assert.That(term.Extended(1).EndsOn, Is.EqualTo(Day("2026-11-29")));
        Assert.That(term.Extended(4).Extended(1).EndsOn, Is.EqualTo(Day("2027-03-30")));
    }

    [TestCase("2026-12-01", "2026-11-30", "contract_ends_before_start")]
    [TestCase("2026-12-01", "2036-12-01", "contract_term_too_long")]
    public void Create_EndThatCannotBe_IsRefused(string startsOn, string endsOn, string code) =>
        Assert.That(() => ContractTerm.Create(Day(startsOn), Day(endsOn)), Refused.With(code));

    [TestCase("2026-12-01", "2036-11-30")]
    [TestCase("2026-12-01", "2026-12-01")]
    public void Create_ShortestAndLongest_AreTaken(string startsOn, string endsOn) =>
        Assert.That(ContractTerm.Create(Day(startsOn), Day(endsOn)).EndsOn, Is.EqualTo(Day(endsOn)));

    [Test]
    public void Instants_OfATerm_AreMidnightsInRome()
    {
        var term = ContractTerm.Create(Day("2026-03-29"), Day("2026-10-25"));

        Assert.That(term.StartsAt, Is.EqualTo(Moments.Utc("2026-03-28T23:00:00Z")));
        Assert.That(term.EndsAt, Is.EqualTo(Moments.Utc("2026-10-25T23:00:00Z")));
    }

    [Property]
    public Property Extended_InOneStepOrInTwo_EndsOnTheSameDay() => Prop.ForAll(
        Days.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (startsOn, first, second) =>
        {
            var term = ContractTerm.Create(startsOn, null);
            return term.Extended(first).Extended(second) == term.Extended(first + second);
        });

    [Property]
    public Property Extended_ByYears_EndsTheDayBeforeAnAnniversary() => Prop.ForAll(
        Days.ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(), (startsOn, years) =>
        {
            var term = ContractTerm.Create(startsOn, null);
            for (var year = 0; year < years; year++)
                term = term.Extended(12);
            return term.EndsOn.PlusDays(1) == startsOn.PlusYears(years + 1);
        });

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
