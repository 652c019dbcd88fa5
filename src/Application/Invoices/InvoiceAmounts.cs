using MisterAssist.Application.Documents;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices;

/// <summary>Says what an invoice comes to: VAT by rate, the total, and what of it is still to be paid.</summary>
internal sealed class InvoiceAmounts(InvoiceState invoice, InvoiceContent content, PageParts parts)
{
    /// <summary>Whether there is something on which VAT is, or would be, charged.</summary>
    public bool AreTaxed => content.Vat.Any(share => share.Taxable != Money.Zero);

    /// <summary>What counts in the end.</summary>
    public PageFact Last => content.Kind == InvoiceKind.Invoice && invoice.Issued is not null ? Owed(invoice.Open) : Owed(content.Payable);

    private Taxation Taxation => content.Customer.Taxation;

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
        if (invoice.Credited > Money.Zero)
            yield return Fact(InvoiceWords.TakenBack, -invoice.Credited);
        if (invoice.Paid > Money.Zero)
            yield return Fact(InvoiceWords.Paid, -invoice.Paid);
    }

    private PageFact Owed(Money amount) => content.Kind == InvoiceKind.CreditNote || amount < Money.Zero
        ? Fact(InvoiceWords.InYourFavour, content.Kind == InvoiceKind.CreditNote ? amount : -amount)
        : Fact(InvoiceWords.ToBePaid, amount);

    private string RateOf(VatShare share) => share.Nature is { } nature
        ? DocumentText.Clean($"{nature} · {Taxation.Exemption?.Reference}")
        : $"{PageParts.Number(share.Percent)}%{(Taxation.SplitPayment ? $" · {parts.Say(InvoiceWords.Split)}" : "")}";

    private PageFact Fact(LocalizedText label, Money amount) => parts.Fact(label, parts.Money(amount));
}
