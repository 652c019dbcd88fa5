using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Domain.Shared;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Invoices.Exports;

/// <summary>How the books are written for other programs; amounts are in euro.</summary>
internal static class IssuedExport
{
    private static readonly string[] InvoiceColumns =
    [
        "id", "number", "kind", "issuedOn", "dueOn", "month", "status", "customerId", "customerName", "vatNumber", "taxCode", "splitPayment", "net",
        "tax", "total", "payable", "credited", "paid", "open", "delivery", "creditsNumber", "givesBackNumber", "vat",
    ];

    private static readonly string[] LineColumns =
    [
        "invoiceId", "invoiceNumber", "invoiceKind", "issuedOn", "customerId", "customerName", "creditsNumber", "number", "kind", "descriptionIt",
        "descriptionEn", "quantity", "unit", "unitPrice", "amount", "vatPercent", "nature", "ofLine", "reason", "percent", "workReportId",
        "workReportNumber", "contractId", "givesBackNumber",
    ];

    public static ListExport<IssuedInvoice> Invoices { get; } =
        new("invoices", InvoiceColumns, invoice => [Fields(IssuedInvoiceResponse.Of(invoice))], IssuedInvoiceResponse.Of);

    public static ListExport<IssuedLine> Lines { get; } =
        new("invoice-lines", LineColumns, line => [Fields(IssuedLineResponse.Of(line))], IssuedLineResponse.Of);

    private static string?[] Fields(IssuedInvoiceResponse invoice) =>
    [
        invoice.Id, invoice.Number, SnakeCase.Of(invoice.Kind), Day(invoice.IssuedOn), invoice.DueOn is { } due ? Day(due) : null,
        YearMonthPattern.Iso.Format(invoice.Month), SnakeCase.Of(invoice.Status), invoice.Customer.Id, invoice.Customer.Name,
        invoice.Customer.VatNumber, invoice.Customer.TaxCode, invoice.Customer.Taxation.SplitPayment ? "true" : "false", invoice.Net.Amount.ToString(),
        invoice.Tax.Amount.ToString(), invoice.Total.Amount.ToString(), invoice.Payable.Amount.ToString(), invoice.Credited.Amount.ToString(),
        invoice.Paid.Amount.ToString(), invoice.Open.Amount.ToString(), Word(invoice.Delivery), invoice.CreditsNumber, invoice.GivesBackNumber,
        string.Join("; ", invoice.Vat.Select(Share)),
    ];

    private static string?[] Fields(IssuedLineResponse issued)
    {
        var line = issued.Line;
        return
        [
            issued.InvoiceId, issued.InvoiceNumber, SnakeCase.Of(issued.InvoiceKind), Day(issued.IssuedOn), issued.CustomerId, issued.CustomerName,
            issued.CreditsNumber, Number(line.Number), SnakeCase.Of(line.Kind), line.Description.It, line.Description.En, Number(line.Quantity),
            SnakeCase.Of(line.Unit), line.UnitPrice.Amount.ToString(), line.Amount.Amount.ToString(), Number(line.VatPercent), line.Nature,
            Number(line.OfLine), Word(line.Reason), Number(line.Percent), line.WorkReportId, line.WorkReportNumber, line.ContractId,
            issued.GivesBackNumber,
        ];
    }

    /// <summary>One column for all rates, since nobody knows how many there are: rate or nature, what is taxed, and the tax.</summary>
    private static string Share(VatShareResponse share) => $"{share.Nature ?? $"{Number(share.Percent)}%"} {share.Taxable.Amount} {share.Tax.Amount}";

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Word<T>(T? word)
        where T : struct, Enum => word is { } given ? SnakeCase.Of(given) : null;
}
