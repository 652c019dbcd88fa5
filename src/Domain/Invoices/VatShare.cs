using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Invoices;

/// <summary>The lines of one rate together: VAT is computed on their sum, and nowhere else.</summary>
/// <param name="Percent">The rate.</param>
/// <param name="Nature">Why there is no VAT; null where there is.</param>
/// <param name="Taxable">The sum of the lines, without VAT.</param>
/// <param name="Tax">On that sum, rounded to the cent, half away from zero.</param>
public sealed record VatShare(int Percent, string? Nature, Money Taxable, Money Tax)
{
    private (int Percent, string? Nature) Rate => (Percent, Nature);

    /// <summary>By rate, the highest first.</summary>
    public static IReadOnlyList<VatShare> Of(IEnumerable<InvoiceLine> lines) =>
    [
        .. from line in lines
           group line by (line.VatPercent, line.Nature) into rate
           orderby rate.Key.VatPercent descending, rate.Key.Nature
           let taxable = rate.Sum(line => line.Charged.Amount)
           select new VatShare(rate.Key.VatPercent, rate.Key.Nature, taxable, taxable.Percent(rate.Key.VatPercent)),
    ];

    /// <summary>What a document comes to, with VAT.</summary>
    public static Money TotalOf(IEnumerable<VatShare> shares) => shares.Sum(share => share.Taxable + share.Tax);

    /// <summary>What a part takes out of an invoice: so much VAT that on the rest it is computed on the sum again, and that all parts sum to the whole.</summary>
    /// <remarks>
    /// It is never more than a cent off that on the part itself, which is as much as the exchange system takes, not below zero, and nothing on nothing. Only
    /// where credit notes were taken back in another order than they were issued can that leave a cent to the next part.
    /// </remarks>
    /// <param name="left">What is left of the invoice before.</param>
    /// <param name="taken">The lines, or as much of them as is given back.</param>
    public static IReadOnlyList<VatShare> Taken(IReadOnlyList<VatShare> left, IEnumerable<InvoiceLine> taken) =>
    [
        .. from part in Of(taken)
           let before = left.Single(share => share.Rate == part.Rate)
           let tax = before.Tax - (before.Taxable - part.Taxable).Percent(part.Percent)
           select part with { Tax = part.Near(tax) },
    ];

    /// <summary>What is left of an invoice once a part was taken out of it.</summary>
    public static IReadOnlyList<VatShare> Less(IReadOnlyList<VatShare> left, IReadOnlyList<VatShare> part) =>
        [.. left.Select(share => part.Where(other => other.Rate == share.Rate).Aggregate(share, (rest, other) => rest.Less(other)))];

    /// <summary>What is left of an invoice once a part is owed again.</summary>
    public static IReadOnlyList<VatShare> More(IReadOnlyList<VatShare> left, IReadOnlyList<VatShare> part) =>
        Less(left, [.. part.Select(share => share with { Taxable = -share.Taxable, Tax = -share.Tax })]);

    /// <summary>A tax as near to another as it may be: a cent off its own, not below zero, and nothing on nothing.</summary>
    private Money Near(Money tax)
    {
        var near = Math.Clamp(tax.Cents, Tax.Cents - 1, Tax.Cents + 1);
        return Math.Sign(near) * Math.Sign(Taxable.Cents) > 0 ? new(near) : Money.Zero;
    }

    private VatShare Less(VatShare part) => this with { Taxable = Taxable - part.Taxable, Tax = Tax - part.Tax };
}
