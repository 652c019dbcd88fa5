using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Finds the files of invoices for the exchange system: as it was sent, or as it would be sent now.</summary>
internal sealed class InvoiceFiles(IElectronicInvoices writer, ICustomerStore customers)
{
    /// <exception cref="Domain.Shared.BusinessException">It has none, or the exchange system would refuse it.</exception>
    public async Task<ElectronicInvoice> WriteAsync(Invoice invoice, CancellationToken ct)
    {
        var (state, attempt) = (invoice.ToState(), invoice.LastDelivery());
        var customer = (await customers.FindAsync(state.CustomerId, CustomerReach.All, ct))!;
        var file = writer.Write(new(state.Issued!.Content, InvoiceIssue.BilledTo(customer), customer.Details.Delivery, attempt.Progressive));
        return attempt.File is { } sent ? file with { Xml = sent } : file;
    }
}
