using MisterAssist.Application.Documents;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices;

/// <summary>Says what an invoice comes to: VAT by rate, the total, and what of it is still to be paid.</summary>
internal sealed class InvoiceAmounts(InvoiceState invoice, InvoiceContent content, PageParts parts)
{
    /// <summary>Whether there is something on which VAT is, or would be, charged.</summary>
    public bool AreTaxed => content.Vat.Any(share => share.Taxable != Money.Zero);

    /// <summary>Whether the customer pays some of the VAT to the tax office itself.</summary>
    public bool AreSplit => AreTaxed && content.Customer.Taxation.SplitPayment;

    /// <summary>What counts in the end.</summary>
    public PageFact Last => content.Kind == InvoiceKind.Invoice && invoice.Issued is not null ? Owed(invoice.Open) : Owed(content.Payable);

    public PageTable VatSummary() => new(
        parts.Say(InvoiceWords.VatSummary),
        [parts.Words(InvoiceWords.Rate), parts.Figures(InvoiceWords.Taxable), parts.Figures(InvoiceWords.Tax)],
        [.. content.Vat.Select(share => new PageRow(PageRowKind.Item, [RateOf(share), parts.Money(share.Taxable), parts.Money(share.Tax)]))]);

    public PageTotals Totals() => new([.. Facts(), Last], parts.Say(InvoiceWords.VatOnTheSum));

    private IEnumerable<PageFact> Facts()
    {
        var (items, discounts) = (content.Lines.Where(line => line.Charged.Discount is null), content.Lines.Where(line => line.Charged.Discount is not null));
        if (discounts.Any())
        {
            yield return Fact(DocumentWords.Gross, items.Sum(line => line.Charged.Amount));
            yield return Fact(DocumentWords.Discounts, discounts.Sum(line => line.Charged.Amount));
        }

        if (AreTaxed)
        {
            yield return Fact(InvoiceWords.Net, content.Net);
            yield return Fact(InvoiceWords.AllTax, content.Tax);
            yield return Fact(InvoiceWords.Total, content.Total);
        }

        if (content.Payable != content.Total)
            yield return Fact(InvoiceWords.SplitOff, content.Payable - content.Total);
        if (invoice.Credited > Money.Zero && content.Kind == InvoiceKind.Invoice)
            yield return Fact(TakenBack(), -invoice.Credited);
        if (invoice.Paid > Money.Zero)
            yield return Fact(InvoiceWords.Paid, -invoice.Paid);
    }

    private PageFact Owed(Money amount)
    {
        if (content.Kind == InvoiceKind.CreditNote)
            return invoice.Status == InvoiceStatus.Credited ? Fact(InvoiceWords.InYourFavour, Money.Zero) : Fact(InvoiceWords.TakenOff($"{content.Concerns?.Number}"), amount);
        return amount < Money.Zero ? Fact(InvoiceWords.InYourFavour, -amount) : Fact(InvoiceWords.ToBePaid, amount);
    }

    private LocalizedText TakenBack() => content.Credits?.OwedAgainBy is { } elsewhere ? InvoiceWords.OwedAgain($"{elsewhere.Number}") : InvoiceWords.TakenBack;

    private string RateOf(VatShare share) => share.Nature is { } nature
        ? DocumentText.Clean($"{nature} · {content.Customer.Taxation.Exemption?.Reference}")
        : $"{PageParts.Number(share.Percent)}%{(content.Customer.Taxation.SplitPayment ? $" · {parts.Say(InvoiceWords.Split)}" : "")}";

    private PageFact Fact(LocalizedText label, Money amount) => parts.Fact(label, parts.Money(amount));
}
