using MisterAssist.Application.Documents;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Says the lines of an invoice as its customer knows them: what the contract costs, then one work report after the other.</summary>
internal sealed class InvoiceLinesTable(InvoiceDocument document, PageParts parts, Language language)
{
    public PageTable Table() => new(
        parts.Say(DocumentWords.Lines),
        [
            parts.Figures(DocumentWords.LineNumber), parts.Words(DocumentWords.Description), parts.Figures(DocumentWords.Quantity),
            parts.Figures(DocumentWords.UnitPrice), parts.Figures(DocumentWords.Vat), parts.Figures(DocumentWords.Amount),
        ],
        [.. document.Seen.Content.Lines.GroupBy(line => line.Origin.ReportId).SelectMany(Group)]);

    private IEnumerable<PageRow> Group(IGrouping<WorkReportId?, InvoiceLine> group)
    {
        var heading = group.Key is { } report ? ReportOf(report, group.First().Origin.ReportNumber) : parts.Say(InvoiceWords.Fees);
        return group.Select(Row).Prepend(new(PageRowKind.Heading, [heading, parts.Money(group.Sum(line => line.Charged.Amount))]));
    }

    private string ReportOf(WorkReportId id, ReportNumber? number)
    {
        var named = $"{parts.Say(InvoiceWords.Report)} {number}";
        return document.Reports.GetValueOrDefault(id) is { } report
            ? DocumentText.Clean($"{named} {parts.Say(InvoiceWords.Of)} {DayOf(report.IssuedAt!.Value)} · {report.Ticket.Subject}")
            : named;
    }

    private PageRow Row(InvoiceLine line)
    {
        var charged = line.Charged;
        var (quantity, price) = charged switch
        {
            { Discount: not null } => ("", ""),
            _ when line.Origin.Fee is { } fee => Days(fee),
            _ => (parts.Quantity(charged.Quantity, charged.Unit), parts.Price(charged.UnitPrice, charged.Unit)),
        };
        return new(
            charged.Discount is null ? PageRowKind.Item : PageRowKind.Attached,
            [
                PageParts.Number(line.Number), Description(line), quantity, price, line.Nature ?? $"{PageParts.Number(line.VatPercent)}%",
                parts.Money(charged.Amount),
            ]);
    }

    private (string Quantity, string Price) Days(ContractFee fee) => (
        $"{PageParts.Number(fee.Days)}/{PageParts.Number(fee.Year.Days)} {parts.Say(InvoiceWords.Days)}",
        parts.Money(fee.Price.YearlyFee) + parts.Say(InvoiceWords.PerYear));

    private string Description(InvoiceLine line)
    {
        var said = DocumentText.Clean(parts.Say(line.Charged.Description));
        return document.Seen.Invoice.CreditedLines.Contains(line.Number) ? $"{said} ({parts.Say(InvoiceWords.LineCredited)})" : said;
    }

    private string DayOf(Instant at) => DocumentText.Day(at.InZone(Company.Zone).Date, language);
}
