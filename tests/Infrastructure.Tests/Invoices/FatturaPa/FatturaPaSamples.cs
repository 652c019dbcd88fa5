using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>Electronic invoices of a company that is set up for them.</summary>
internal static class FatturaPaSamples
{
    public const string Iban = "IT60X0542811101000000123456";

    public static readonly string VatNumber = ItalianNumbers.Eleven("0765432101");

    public static readonly VatExemption Exemption = VatExemption.Create("N2.1", "Art. 7-ter DPR 633/72");

    /// <param name="others">Settings that are other than usual: <c>Iban=…</c>; nothing after the sign for one that is not there.</param>
    public static IConfiguration Settings(params string[] others)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Company:Name"] = "Assistenza di prova S.r.l.",
            ["Company:VatNumber"] = $"IT {VatNumber}",
            ["Company:Seat:Street"] = "Via delle Officine 7",
            ["Company:Seat:PostalCode"] = "20121",
            ["Company:Seat:City"] = "Milano",
            ["Company:Seat:Province"] = "mi",
            ["Company:Iban"] = "it60 X054 2811 1010 0000 0123 456",
        };
        foreach (var other in others)
            settings[$"Company:{other[..other.IndexOf('=', StringComparison.Ordinal)]}"] = other[(other.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public static ElectronicInvoiceSource Source(InvoiceContent content, BilledCustomer? customer = null, InvoiceDelivery? delivery = null) =>
        new(content, customer ?? content.Customer, delivery ?? InvoiceDelivery.None, new Progressive(46));

    public static ElectronicInvoice Write(
        InvoiceContent content, BilledCustomer? customer = null, InvoiceDelivery? delivery = null, IConfiguration? settings = null) =>
        new ElectronicInvoices(settings ?? Settings()).Write(Source(content, customer, delivery));

    public static XDocument Read(InvoiceContent content, BilledCustomer? customer = null, InvoiceDelivery? delivery = null) =>
        XDocument.Parse(Write(content, customer, delivery).Xml);

    public static InvoiceContent Ordinary(BilledCustomer? customer = null) =>
        InvoiceSamples.Issued([InvoiceSamples.Fee(36_000), .. InvoiceSamples.Work(123, ReportContentSamples.WithDiscounts())], customer);

    public static InvoiceContent SplitPayment() => Ordinary(InvoiceSamples.Customer(Taxation.Create(splitPayment: true, null)));

    public static InvoiceContent Exempt() => Ordinary(InvoiceSamples.Customer(Taxation.Create(splitPayment: false, Exemption)));

    public static InvoiceContent CreditNote() => InvoiceSamples.CreditNote(Ordinary());
}
