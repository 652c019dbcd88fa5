using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Finds the files of invoices for the exchange system: as it was sent, or as it would be sent now.</summary>
internal sealed class InvoiceFiles(IElectronicInvoices writer, ICustomerStore customers)
{
    /// <summary>Puts into what is about to be issued what its file says of the company, and makes sure that one can be made of it.</summary>
    /// <param name="dated">All that it will say but its number: that, and the one of the file, are taken only if it can, and do for now whatever they are.</param>
    /// <param name="ct">To give up.</param>
    /// <exception cref="BusinessException">The exchange system would refuse it, or the company is not set up for it.</exception>
    public async Task<InvoiceContent> ReadyAsync(InvoiceContent dated, CancellationToken ct)
    {
        if (!dated.HasFile)
            return dated with { Seller = null };

        var ready = dated with { Seller = writer.Seller() };
        await WriteAsync(ready with { Number = new(dated.Kind, dated.IssuedOn!.Value.Year, 1) }, DeliveryAttempt.Prepared(1, new(1)), ct);
        return ready;
    }

    /// <remarks>
    /// Made out to whom the invoice was, until the exchange system has rejected that, or would: then to the same customer as it was put right.
    /// </remarks>
    /// <exception cref="BusinessException">It has none, or the exchange system would refuse it.</exception>
    public async Task<ElectronicInvoice> WriteAsync(Invoice invoice, CancellationToken ct)
    {
        var (attempt, content) = (invoice.LastDelivery(), invoice.ToState().Issued!.Content);
        return attempt.File is { } sent ? new(writer.NameOf(content, attempt.Progressive), sent) : await WriteAsync(content, attempt, ct);
    }

    private async Task<ElectronicInvoice> WriteAsync(InvoiceContent content, DeliveryAttempt attempt, CancellationToken ct)
    {
        var customer = (await customers.FindAsync(content.Customer.Id, CustomerReach.All, ct))!;
        return attempt.Number == 1 ? TryWrite(content.Customer) ?? Write(InvoiceComposer.BilledTo(customer)) : Write(InvoiceComposer.BilledTo(customer));

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
