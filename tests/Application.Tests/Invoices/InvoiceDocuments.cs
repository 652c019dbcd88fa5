using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Application.Tests.Invoices;

/// <summary>Invoices as they are handed over on the day of their issue.</summary>
internal static class InvoiceDocuments
{
    public static InvoiceDocument Issued(params Charge[] charges) => Document(InvoiceSamples.Issued(charges), ReportContentSamples.Content());

    public static InvoiceDocument Issued(Charge[] charges, Taxation taxation) => Document(InvoiceSamples.Issued(charges, InvoiceSamples.Customer(taxation)));

    /// <summary>A draft where it has no number; with those of the reports that it bills.</summary>
    public static InvoiceDocument Document(InvoiceContent content, params ReportContent[] reports)
    {
        var state = InvoiceSamples.State(content);
        return new(
            new(content.Number is null ? state with { Issued = null } : state, content, null, InvoiceSamples.IssuedOn),
            content.Lines.Where(line => line.Origin.ReportId is not null).DistinctBy(line => line.Origin.ReportId)
                .SelectMany(line => reports.Where(report => report.Number == line.Origin.ReportNumber), (line, report) => (Id: line.Origin.ReportId!.Value, report))
                .ToDictionary(found => found.Id, found => found.report),
            new(PaymentTerms.UsualDays, Iban.Find("IT60X0542811101000000123456")));
    }

    /// <summary>With so much paid, nothing where it is 0.</summary>
    public static InvoiceDocument Paid(InvoiceDocument document, long cents) => cents == 0 ? document : document with
    {
        Seen = document.Seen with
        {
            Invoice = document.Seen.Invoice with
            {
                Payments = [new(1, new(cents), new(2026, 12, 10), "CRO 12345678901", TicketSamples.Staff, InvoiceSamples.IssuedAt)],
            },
        },
    };
}
