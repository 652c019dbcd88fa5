using MisterAssist.Api.Shared;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Api.Invoices.Exports;

/// <summary>What the documentation shows: the invoice of October in the books.</summary>
internal static class IssuedExamples
{
    private static readonly InvoiceResponse Issued = InvoiceExamples.Issued;

    public static PageResponse<IssuedInvoiceResponse> Invoices { get; } = new()
    {
        Data =
        [
            new()
            {
                Id = Issued.Id,
                Number = Issued.Number!,
                Kind = Issued.Kind,
                IssuedOn = Issued.IssuedOn!.Value,
                DueOn = Issued.DueOn,
                Month = Issued.Month,
                Status = Issued.Status,
                Customer = Issued.Customer,
                Vat = Issued.Vat,
                Net = Issued.Net,
                Tax = Issued.Tax,
                Total = Issued.Total,
                Payable = Issued.Payable,
                Credited = Issued.Credited,
                Paid = MoneyResponse.Of(new(0)),
                Open = Issued.Open,
                Delivery = DeliveryState.NotSent,
            },
        ],
        NextCursor = null,
    };

    public static PageResponse<IssuedLineResponse> Lines { get; } = new()
    {
        Data =
        [
            new()
            {
                InvoiceId = Issued.Id,
                InvoiceNumber = Issued.Number!,
                InvoiceKind = Issued.Kind,
                IssuedOn = Issued.IssuedOn!.Value,
                CustomerId = Issued.Customer.Id,
                CustomerName = Issued.Customer.Name,
                Line = Issued.Lines[0],
            },
        ],
        NextCursor = null,
    };
}
