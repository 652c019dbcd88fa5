using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Finds the files of invoices for the exchange system: as it was sent, or as it would be sent now.</summary>
internal sealed class InvoiceFiles(IElectronicInvoices writer, ICustomerStore customers)
{
    /// <summary>Makes sure that a file can be made of what is about to be issued.</summary>
    /// <param name="dated">All that it will say but its number: that, and the one of the file, are taken only if it can, and do for now whatever they are.</param>
    /// <param name="ct">To give up.</param>
    /// <exception cref="BusinessException">The exchange system would refuse it, or the company is not set up for it.</exception>
    public async Task RequireWritableAsync(InvoiceContent dated, CancellationToken ct)
    {
        if (dated.HasFile)
            await WriteAsync(dated with { Number = new(dated.Kind, dated.IssuedOn!.Value.Year, 1) }, DeliveryAttempt.Prepared(1, new(1)), ct);
    }

    /// <remarks>
    /// Made out to whom the invoice was, until the exchange system has rejected that, or would: then to the same customer as it was put right.
    /// </remarks>
    /// <exception cref="BusinessException">It has none, or the exchange system would refuse it.</exception>
    public async Task<ElectronicInvoice> WriteAsync(Invoice invoice, CancellationToken ct)
    {
        var attempt = invoice.LastDelivery();
        var file = await WriteAsync(invoice.ToState().Issued!.Content, attempt, ct);
        return attempt.File is { } sent ? file with { Xml = sent } : file;
    }

    private async Task<ElectronicInvoice> WriteAsync(InvoiceContent content, DeliveryAttempt attempt, CancellationToken ct)
    {
        var customer = (await customers.FindAsync(content.Customer.Id, CustomerReach.All, ct))!;
        return attempt.Number == 1 ? TryWrite(content.Customer) ?? Write(InvoiceIssue.BilledTo(customer)) : Write(InvoiceIssue.BilledTo(customer));

        ElectronicInvoice? TryWrite(BilledCustomer to)
        {
            try
            {
                return Write(to);
            }
            catch (BusinessException)
            {
                return null;
            }
        }

        ElectronicInvoice Write(BilledCustomer to) => writer.Write(new(content, to, customer.Details.Delivery, attempt.Progressive));
    }
}
