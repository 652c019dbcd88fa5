using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Finds the files of invoices for the exchange system: as it was sent, or as it would be sent now.</summary>
internal sealed class InvoiceFiles(IElectronicInvoices writer, ICustomerStore customers)
{
    /// <remarks>
    /// Made out to whom the invoice was, until the exchange system has rejected that, or would: then to the same customer as it was put right.
    /// </remarks>
    /// <exception cref="BusinessException">It has none, or the exchange system would refuse it.</exception>
    public async Task<ElectronicInvoice> WriteAsync(Invoice invoice, CancellationToken ct)
    {
        var (state, attempt) = (invoice.ToState(), invoice.LastDelivery());
        var customer = (await customers.FindAsync(state.CustomerId, CustomerReach.All, ct))!;
        var file = attempt.Number == 1 ? TryWrite(state.Issued!.Content.Customer) ?? Write(InvoiceIssue.BilledTo(customer)) : Write(InvoiceIssue.BilledTo(customer));
        return attempt.File is { } sent ? file with { Xml = sent } : file;

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

        ElectronicInvoice Write(BilledCustomer to) => writer.Write(new(state.Issued!.Content, to, customer.Details.Delivery, attempt.Progressive));
    }
}
