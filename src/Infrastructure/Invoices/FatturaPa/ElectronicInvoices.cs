using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Writes FatturaPA, format FPR12 of schema 1.2.2, and gives out nothing that the exchange system would refuse for what stands in it.</summary>
/// <remarks>Whose invoices they are is read when one is written: whoever issues statements alone needs no such settings.</remarks>
internal sealed class ElectronicInvoices(IConfiguration configuration) : IElectronicInvoices
{
    public ElectronicInvoice Write(ElectronicInvoiceSource source)
    {
        if (source.Content is { Number: null } or { IssuedOn: null })
            throw InvoiceErrors.NotIssued();
        if (source.Content.Kind == InvoiceKind.Statement)
            throw InvoiceErrors.NotDeliverable(source.Content.Kind);

        var seller = Seller();
        var document = InvoiceXml.Of(source, seller);
        var faults = CheckFault.AllOf(document);
        if (faults.Count > 0)
            throw InvoiceErrors.ElectronicInvoiceRefused(CheckFault.InWords(faults));

        return new($"IT{seller.TransmitterId}_{source.Progressive}.xml", $"{document.Declaration}\n{document}\n".ReplaceLineEndings("\n"));
    }

    private SellerSettings Seller()
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
}
