using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

/// <summary>Writes the lines of a work report: each item at its full price, and after it the one discount that is best for the customer.</summary>
/// <remarks>
/// Labour is billed for each technician in increments of all the time worked, with a minimum. What exceeds the hours of the plan is not
/// included in it, and is counted in whole minutes, begun ones not. Source: domain.md, sections 5, 7 and 8.
/// </remarks>
public static class ReportLines
{
    private const int Everything = 100;
    private const int MinutesInHour = 60;

    public static IReadOnlyList<ReportLine> Of(PricedWork work)
    {
        var page = new Page(work);
        if (work.Intervention.Mode == InterventionMode.OnSite)
            page.AddCallOut();
        foreach (var entries in work.Intervention.Ending!.TimeEntries.GroupBy(entry => entry.Technician))
            page.AddLabour([.. entries]);
        foreach (var part in work.Intervention.Parts.Where(part => part.IsAgreed))
            page.AddPart(part);
        return page.Lines;
    }

    private sealed class Page(PricedWork work)
    {
        private readonly List<ReportLine> _lines = [];

        public IReadOnlyList<ReportLine> Lines => _lines;

        private bool IsIncluded => work.Entitlement == EntitlementKind.Included;

        private bool IsRemote => work.Intervention.Mode == InterventionMode.Remote;

        public void AddCallOut()
        {
            var isWasted = work.Intervention.Ending!.Outcome == InterventionOutcome.NobodyThere && !work.Terms.ChargesWastedCallOut;
            Add(
                ReportLineKind.CallOut, new("Uscita", "Call-out"), 1, QuantityUnit.Piece, work.Prices.CallOutFee, work.Prices.CallOutFee,
                work.Prices.VatPercent,
                [
                    (DiscountReason.IncludedInPlan, IsIncluded && work.Terms.CallOutIncluded ? Everything : 0),
                    (DiscountReason.NobodyThere, isWasted ? Everything : 0),
                    .. Guaranteed(relief => relief.CallOut),
                ]);
        }

        public void AddLabour(IReadOnlyList<TimeEntry> entries)
        {
            var (name, time) = (work.NameOf(entries[0]), work.Measure(entries));
            var billed = work.Prices.BilledMinutes(time.Total);
            var uncovered = NotIncluded(time, billed);
            AddHours(
                new(IsRemote ? $"Lavoro da remoto, {name}" : $"Manodopera, {name}", IsRemote ? $"Remote work, {name}" : $"Labour, {name}"),
                billed - uncovered, IsIncluded);
            AddHours(
                new(
                    $"{(IsRemote ? "Lavoro da remoto" : "Manodopera")} fuori dall'orario del piano, {name}",
                    $"{(IsRemote ? "Remote work" : "Labour")} outside the hours of the plan, {name}"),
                uncovered, isIncluded: false);
            AddSurcharge(name, WholeMinutes(time.OutOfHours));
        }

        public void AddPart(FittedPart part) => Add(
            ReportLineKind.Part, new($"{part.Item.Name.It} ({part.Item.Code})", $"{part.Item.Name.En} ({part.Item.Code})"), part.Quantity,
            QuantityUnit.Piece, part.Item.UnitPrice, part.Item.UnitPrice.Times(part.Quantity), part.Item.VatPercent,
            Guaranteed(relief => relief.Parts));

        /// <summary>What the plan would include, but for its hours. Where it includes nothing, one line is rounded once: two could come to a cent more.</summary>
        private long NotIncluded(WorkedTime time, long billed)
        {
            if (!IsIncluded)
                return 0;
            return time.Covered == Duration.Zero ? billed : WholeMinutes(time.Uncovered);
        }

        private static long WholeMinutes(Duration time) => (long)(time.ToInt128Nanoseconds() / NodaConstants.NanosecondsPerMinute);

        private void AddHours(LocalizedText description, long minutes, bool isIncluded)
        {
            if (minutes == 0)
                return;

            Add(
                ReportLineKind.Labour, description, minutes, QuantityUnit.Minute, work.Prices.Labour(work.Intervention.Mode, MinutesInHour),
                work.Prices.Labour(work.Intervention.Mode, minutes), work.Prices.VatPercent,
                [(DiscountReason.IncludedInPlan, isIncluded ? Everything : 0), .. Guaranteed(relief => relief.Labour)]);
        }

        private void AddSurcharge(string name, long minutes)
        {
            var percent = work.Prices.OutOfHoursSurchargePercent;
            var amount = work.Prices.Labour(work.Intervention.Mode, MinutesInHour).Share(minutes * percent, MinutesInHour * Everything);
            if (amount == Money.Zero)
                return;

            Add(
                ReportLineKind.Surcharge,
                new($"Maggiorazione del {percent}% per {minutes} minuti fuori orario, {name}", $"Surcharge of {percent}% for {minutes} minutes out of hours, {name}"),
                1, QuantityUnit.Piece, amount, amount, work.Prices.VatPercent, Guaranteed(relief => relief.Labour));
        }

        private IReadOnlyList<(DiscountReason Reason, int Percent)> Guaranteed(Func<Interventions.Guarantees.Relief, int> percentOf) =>
            [.. work.Intervention.Ending!.Guarantees.Select(guarantee => (Discounts.ReasonOf(guarantee.Kind), percentOf(guarantee.Relief)))];

        private void Add(
            ReportLineKind kind, LocalizedText description, long quantity, QuantityUnit unit, Money unitPrice, Money amount, int vatPercent,
            IReadOnlyList<(DiscountReason Reason, int Percent)> discounts)
        {
            var item = new ReportLine(_lines.Count + 1, kind, description, quantity, unit, unitPrice, amount, vatPercent, null);
            _lines.Add(item);
            var (reason, percent) = discounts.OrderByDescending(discount => discount.Percent).ThenBy(discount => discount.Reason).FirstOrDefault();
            var off = amount.Percent(percent);
            if (off == Money.Zero)
                return;

            _lines.Add(new(
                _lines.Count + 1, ReportLineKind.Discount, Discounts.Words(reason, percent), 1, QuantityUnit.Piece, -off, -off, vatPercent,
                new(item.Number, reason, percent)));
        }
    }
}
