using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Writes FatturaPA, format FPR12 of schema 1.2.2, and gives out nothing that the exchange system would refuse for what stands in it.</summary>
/// <remarks>Whose invoices they are is read when one is issued: whoever issues statements alone needs no such settings.</remarks>
internal sealed class ElectronicInvoices(IConfiguration configuration) : IElectronicInvoices
{
    public ElectronicInvoice Write(ElectronicInvoiceSource source)
    {
        if (source.Content is { Number: null } or { IssuedOn: null })
            throw InvoiceErrors.NotIssued();
        if (source.Content.Kind == InvoiceKind.Statement)
            throw InvoiceErrors.NotDeliverable(source.Content.Kind, isWithdrawn: false);

        var document = InvoiceXml.Of(source, SellerOf(source.Content));
        var faults = CheckFault.AllOf(document);
        if (faults.Count > 0)
            throw InvoiceErrors.ElectronicInvoiceRefused(CheckFault.InWords(faults));

        return new(NameOf(document, source.Progressive), $"{document.Declaration}\n{document}\n".ReplaceLineEndings("\n"));
    }

    public string NameOf(string file, Progressive progressive) => NameOf(XDocument.Parse(file), progressive);

    public Seller Seller()
    {
        try
        {
            return SellerSettings.From(configuration);
        }
        catch (SettingsException wrong)
        {
            throw InvoiceErrors.ElectronicInvoicesNotSetUp(wrong.Message);
        }
    }

    /// <summary>After who hands it over, and in which count.</summary>
    private static string NameOf(XDocument document, Progressive progressive)
    {
        var transmitter = document.Descendants("IdTrasmittente").Single();
        return $"{transmitter.Element("IdPaese")!.Value}{transmitter.Element("IdCodice")!.Value}_{progressive}.xml";
    }

    /// <summary>What was issued before the seller was sealed with it has that of the settings.</summary>
    private Seller SellerOf(InvoiceContent content) => content.Seller ?? Seller();
}
