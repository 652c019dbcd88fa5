using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
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
    public async Task<InvoiceContent> ReadyAsync(InvoiceContent dated, CancellationToken ct) =>
        dated.HasFile ? Ready(dated, await CustomerOfAsync(dated, ct)) : dated with { Seller = null };

    /// <summary>The same, made out to a customer that is at hand.</summary>
    /// <exception cref="BusinessException">The exchange system would refuse it, or the company is not set up for it.</exception>
    public InvoiceContent Ready(InvoiceContent dated, Customer customer)
    {
        if (!dated.HasFile)
            return dated with { Seller = null };

        var ready = dated with { Seller = writer.Seller() };
        Write(ready with { Number = new(dated.Kind, dated.IssuedOn!.Value.Year, 1) }, customer, DeliveryAttempt.Prepared(1, new(1)));
        return ready;
    }

    /// <remarks>
    /// Made out to whom the invoice was, until the exchange system has rejected that, or would: then to the same customer as it was put right. The
    /// company is that of the day of issue, until the exchange system has rejected that.
    /// </remarks>
    /// <exception cref="BusinessException">It has none, or the exchange system would refuse it.</exception>
    public async Task<ElectronicInvoice> WriteAsync(Invoice invoice, CancellationToken ct)
    {
        var (attempt, content) = (invoice.LastDelivery(), invoice.ToState().Issued!.Content);
        return attempt.File is { } sent ? new(writer.NameOf(sent, attempt.Progressive), sent) : Write(content, await CustomerOfAsync(content, ct), attempt);
    }

    private ElectronicInvoice Write(InvoiceContent content, Customer customer, DeliveryAttempt attempt)
    {
        var (billed, now) = (content.Customer, InvoiceComposer.BilledTo(customer));
        if (attempt.Number > 1)
            return WriteTo(content with { Seller = writer.Seller() }, now);

        try
        {
            return WriteTo(content, billed);
        }
        catch (BusinessException) when (billed != now)
        {
            return WriteTo(content, now);
        }

        ElectronicInvoice WriteTo(InvoiceContent said, BilledCustomer to) => writer.Write(new(said, to, customer.Details.Delivery, attempt.Progressive));
    }

    private async Task<Customer> CustomerOfAsync(InvoiceContent content, CancellationToken ct) =>
        (await customers.FindAsync(content.Customer.Id, CustomerReach.All, ct))!;
}
