using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Invoices;

/// <summary>The lines of one rate, charged in one way, together: VAT is computed on their sum, and nowhere else.</summary>
/// <param name="Percent">The rate.</param>
/// <param name="Nature">Why there is no VAT; null where there is.</param>
/// <param name="Taxable">The sum of the lines, without VAT.</param>
/// <param name="Tax">On that sum, rounded to the cent, half away from zero.</param>
/// <param name="ChargedUnder">How VAT was charged on fees that are given back; null where that is how it is charged to the customer of the document.</param>
public sealed record VatShare(int Percent, string? Nature, Money Taxable, Money Tax, Taxation? ChargedUnder = null)
{
    /// <summary>By rate, the highest first.</summary>
    public static IReadOnlyList<VatShare> Of(IEnumerable<InvoiceLine> lines) =>
    [
        .. from line in lines
           group line by (line.VatPercent, line.Nature, line.ChargedUnder) into rate
           orderby rate.Key.VatPercent descending, rate.Key.Nature
           let taxable = rate.Sum(line => line.Charged.Amount)
           select new VatShare(rate.Key.VatPercent, rate.Key.Nature, taxable, taxable.Percent(rate.Key.VatPercent), rate.Key.ChargedUnder),
    ];

    /// <summary>What a document comes to, with VAT.</summary>
    public static Money TotalOf(IEnumerable<VatShare> shares) => shares.Sum(share => share.Taxable + share.Tax);

    /// <summary>Of some of the lines, so that the shares of all parts of an invoice sum to those of the whole, to the cent.</summary>
    /// <param name="before">What was left of the invoice before this part was taken out.</param>
    /// <param name="after">What is left after.</param>
    public static IReadOnlyList<VatShare> Between(IReadOnlyCollection<InvoiceLine> before, IReadOnlyCollection<InvoiceLine> after)
    {
        var left = Of(after).ToDictionary(share => (share.Percent, share.Nature, share.ChargedUnder));
        return
        [
            .. from share in Of(before)
               let rest = left.GetValueOrDefault((share.Percent, share.Nature, share.ChargedUnder)) ?? share with { Taxable = Money.Zero, Tax = Money.Zero }
               where before.Except(after).Any(line => (line.VatPercent, line.Nature, line.ChargedUnder) == (share.Percent, share.Nature, share.ChargedUnder))
               select share with { Taxable = share.Taxable - rest.Taxable, Tax = share.Tax - rest.Tax },
        ];
    }
}
