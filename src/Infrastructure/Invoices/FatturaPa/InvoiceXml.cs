using System.Xml.Linq;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>The whole document.</summary>
internal static class InvoiceXml
{
    public const string Format = "FPR12";

    private static readonly XNamespace Namespace = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2";

    public static XDocument Of(ElectronicInvoiceSource source, Seller seller) => new(
        new XDeclaration("1.0", "UTF-8", null),
        new XElement(
            Namespace + "FatturaElettronica",
            new XAttribute(XNamespace.Xmlns + "p", Namespace),
            new XAttribute("versione", Format),
            HeaderXml.Of(source, seller),
            BodyXml.Of(source.Content, seller.Iban)));

    /// <summary>An element, or nothing where there is nothing to say.</summary>
    public static XElement? Optional(string name, string? value) => value is null ? null : new(name, value);
}
