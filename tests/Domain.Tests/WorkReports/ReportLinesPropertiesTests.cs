using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Tests.WorkReports;

/// <summary>Of any work, at any prices that a list may have, under any guarantees: what is taken off is right, and nothing is added.</summary>
/// <remarks>
/// That a contract never costs more than having none is said of the same work with the same guarantees and settings: by how much an
/// arrival was late is counted in the hours of each plan, and so is not the same under two of them.
/// </remarks>
public sealed class ReportLinesPropertiesTests
{
    private static readonly PlanCode Bronze = new("bronze");

    private static Arbitrary<Case> Cases => Arb.From(
        from plan in Gen.Elements("bronze", "silver", "gold", "standard")
        from entitlement in Gen.Elements(Enum.GetValues<EntitlementKind>())
        from mode in Gen.Elements(Enum.GetValues<InterventionMode>())
        from entries in AnyEntries
        from guarantees in AnyGuarantees
        from parts in AnyParts
        from settings in Gen.Elements(true, false).Two()
        from prices in AnyPrices
        select new Case(plan, entitlement, mode, entries, guarantees, parts, settings.Item1, settings.Item2, prices.Bronze, prices.Standard));

    [Property(MaxTest = 1000)]
    public Property Items_HaveAtMostOneDiscountOfAtMostTheirAmount() => Prop.ForAll(Cases, given =>
    {
        var lines = ReportLines.Of(given.UnderContract);
        var items = lines.Where(line => line.Discount is null).ToList();
        var discounts = lines.Where(line => line.Discount is not null).ToList();

        Assert.That(lines.Select(line => line.Number), Is.EqualTo(Enumerable.Range(1, lines.Count)));
        Assert.That(items.Select(item => item.Amount.Cents), Is.All.GreaterThanOrEqualTo(0));
        Assert.That(discounts.Select(discount => discount.Discount!.OfLine), Is.Unique);
        foreach (var discount in discounts)
        {
            var item = items.Single(item => item.Number == discount.Discount!.OfLine);
            Assert.That(discount.Amount.Cents, Is.InRange(-item.Amount.Cents, -1));
            Assert.That((discount.Number, discount.VatPercent), Is.EqualTo((item.Number + 1, item.VatPercent)));
            Assert.That(discount.Discount!.Percent, Is.InRange(1, 100));
        }
    });

    [Property(MaxTest = 1000)]
    public Property Items_HaveTheBestOfTheReliefsForTheCustomer() => Prop.ForAll(Cases, given =>
    {
        var work = given.UnderContract;
        var lines = ReportLines.Of(work);
        foreach (var item in lines.Where(line => line.Discount is null))
        {
            var discount = lines.SingleOrDefault(line => line.Discount?.OfLine == item.Number);
            var percent = given.ReliefsOf(item).Append(0).Max();

            Assert.That(-(discount?.Amount.Cents ?? 0), Is.EqualTo(Math.Round(item.Amount.Cents * percent / 100m, MidpointRounding.AwayFromZero)), $"{item}");
            Assert.That(discount is null || discount.Discount!.Percent == percent, Is.True, $"{item}");
        }
    });

    [Property(MaxTest = 1000)]
    public Property Totals_AreTheSumsOfTheLinesToTheCent() => Prop.ForAll(Cases, given =>
    {
        var content = ReportContentSamples.Content(ReportLines.Of(given.UnderContract));
        var exact = content.Lines.Sum(line => line.Kind == ReportLineKind.Labour
            ? Math.Round(line.UnitPrice.Cents * line.Quantity / 60m, MidpointRounding.AwayFromZero)
            : line.UnitPrice.Cents * (decimal)line.Quantity);

        Assert.That(content.Net.Cents, Is.EqualTo(exact));
        Assert.That(content.Net, Is.EqualTo(content.Gross + content.Discounts));
        Assert.That((content.Net >= Money.Zero, content.Discounts <= Money.Zero), Is.EqualTo((true, true)));
    });

    [Property(MaxTest = 3000)]
    public Property Contract_NeverCostsMoreThanStandardForTheSameWork() => Prop.ForAll(Cases, given =>
    {
        var (contract, standard) = (ReportLines.Of(given.UnderContract), ReportLines.Of(given.UnderStandard));

        Assert.That(
            contract.Sum(line => line.Amount), Is.LessThanOrEqualTo(standard.Sum(line => line.Amount)),
            $"{string.Join("; ", WorkSamples.Told(contract))}\n{string.Join("; ", WorkSamples.Told(standard))}");
    });

    [Test]
    public void Cases_HaveAllThatMatters()
    {
        var lines = Cases.Generator.Sample(500).Select(given => ReportLines.Of(given.UnderContract)).ToList();

        Assert.That(lines.SelectMany(of => of).Select(line => line.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<ReportLineKind>()));
        Assert.That(
            lines.SelectMany(of => of).Select(line => line.Discount?.Reason).OfType<DiscountReason>().Distinct(), Is.EquivalentTo(Enum.GetValues<DiscountReason>()));
        Assert.That(lines.Count(of => of.Any(line => line.Discount is { Percent: < 100 })), Is.GreaterThan(50));
    }

    /// <summary>On three days about a change of the clocks, a weekend and a holiday; of up to two technicians, one entry after the other.</summary>
    private static Gen<TimeEntry[]> AnyEntries =>
        from start in Gen.Elements(Moments.Rome("2026-10-24 06:00"), Moments.Rome("2026-11-16 06:00"), Moments.Rome("2026-12-07 06:00"))
        from count in Gen.Choose(0, 4)
        from steps in (
            from pause in Gen.Choose(0, 16 * 60 * 60)
            from worked in Gen.OneOf(Gen.Choose(1, 8 * 60).Select(minutes => minutes * 60), Gen.Choose(1, 8 * 60 * 60))
            from isMarco in Gen.Elements(true, false)
            select (Pause: pause, Worked: worked, IsMarco: isMarco)).ArrayOf(count)
        select steps.Aggregate((Now: start, Entries: Array.Empty<TimeEntry>()), (sum, step) =>
        {
            var begins = sum.Now + Duration.FromSeconds(step.Pause);
            var ends = begins + Duration.FromSeconds(step.Worked);
            return (ends, [.. sum.Entries, new(step.IsMarco ? InterventionSamples.Marco : InterventionSamples.Giulia, begins, ends)]);
        }).Entries;

    private static Gen<Guarantee[]> AnyGuarantees =>
        from kinds in Gen.SubListOf(Enum.GetValues<GuaranteeKind>())
        from percents in Gen.Elements(0, 20, 33, 40, 60, 99, 100).ArrayOf(3 * kinds.Count)
        select kinds.Select((kind, i) => WorkSamples.Guarantee(kind, percents[3 * i], percents[(3 * i) + 1], percents[(3 * i) + 2])).ToArray();

    private static Gen<FittedPart[]> AnyParts =>
        from count in Gen.Choose(0, 3)
        from figures in (
            from cents in Gen.Choose(0, 9999)
            from quantity in Gen.Choose(1, 9)
            from approval in Gen.Elements(null, InterventionSamples.Asked(), InterventionSamples.Asked(true), InterventionSamples.Asked(false))
            select (Cents: cents, Quantity: quantity, Approval: approval)).ArrayOf(count)
        select figures.Select((f, i) => InterventionSamples.Part(i + 1, f.Cents, f.Quantity, f.Approval)).ToArray();

    /// <summary>As a list may have them: <see cref="PriceList.Publish"/> takes no others.</summary>
    private static Gen<(PlanPrices Bronze, PlanPrices Standard)> AnyPrices =>
        from rates in Gen.Choose(0, 9000).ArrayOf(3)
        from below in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 500))).ArrayOf(3)
        from increment in Gen.Elements(1, 5, 10, 15, 30)
        from times in Gen.Elements(1, 2, 4)
        from minimum in Gen.Elements(0, 15, 30, 60)
        from surcharge in Gen.Elements(0, 20, 33, 50)
        let standard = new PlanPrices(PlanCode.Standard, new(rates[0]), new(rates[1]), new(rates[2]), increment * times, minimum, Money.Zero, surcharge, 22)
        let bronze = new PlanPrices(
            Bronze, Less(rates[0], below[0]), Less(rates[1], below[1]), Less(rates[2], below[2]), increment, minimum / times, Money.Zero, surcharge / times, 22)
        let list = PriceList.Publish(PriceSamples.FirstDay, [bronze, standard], [Bronze, PlanCode.Standard], null, null, PriceSamples.PublishedAt)
        select (list.For(Bronze), list.For(PlanCode.Standard));

    private static Money Less(int cents, int below) => new(Math.Max(0, cents - below));

    private sealed record Case(
        string Plan, EntitlementKind Entitlement, InterventionMode Mode, TimeEntry[] Entries, Guarantee[] Guarantees, FittedPart[] Parts, bool CallOutIncluded,
        bool ChargesWasted, PlanPrices ContractPrices, PlanPrices StandardPrices)
    {
        public PricedWork UnderContract => Priced(Plan, Entitlement, Entitlement == EntitlementKind.Excluded ? StandardPrices : ContractPrices);

        public PricedWork UnderStandard => Priced("standard", EntitlementKind.Billable, StandardPrices);

        /// <summary>What would be taken off an item, in percent, each thing by itself.</summary>
        public IEnumerable<int> ReliefsOf(ReportLine item) =>
        [
            .. Guarantees.Select(guarantee => item.Kind switch
            {
                ReportLineKind.CallOut => guarantee.Relief.CallOut,
                ReportLineKind.Part => guarantee.Relief.Parts,
                _ => guarantee.Relief.Labour,
            }),
            IsPaidFor(item) ? 100 : 0,
            item.Kind == ReportLineKind.CallOut && Entries.Length == 0 && !ChargesWasted ? 100 : 0,
        ];

        public override string ToString() =>
            $"{Plan} {Entitlement} {Mode} {string.Join(' ', Entries.Select(e => $"{Moments.OnTheWall(e.From)}+{e.Length}{WorkSamples.NameOf(e)[0]}"))} {string.Join(' ', Guarantees.Select(g => g.Relief))} {ContractPrices} {StandardPrices}";

        private bool IsPaidFor(ReportLine item) => Entitlement == EntitlementKind.Included && item.Kind switch
        {
            ReportLineKind.CallOut => CallOutIncluded,
            ReportLineKind.Labour => !item.Description.En.Contains("outside the hours", StringComparison.Ordinal),
            _ => false,
        };

        private PricedWork Priced(string plan, EntitlementKind entitlement, PlanPrices prices) => new(
            WorkSamples.Intervention(Entries, Mode, Entries.Length == 0 ? InterventionOutcome.NobodyThere : InterventionOutcome.Solved, Guarantees, Parts),
            entitlement, WorkTerms.Create(20, Duration.FromHours(1), 15, new(50_00), CallOutIncluded, ChargesWasted), prices, WorkSamples.Hours(plan),
            WorkSamples.Hours("standard"), WorkSamples.NameOf);
    }
}
