using System.Xml.Linq;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime.Text;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>What is owed, and how it is paid.</summary>
internal static class BodyXml
{
    private const int ReasonLength = 200;

    public static XElement Of(InvoiceContent content, string? iban) => new(
        "FatturaElettronicaBody",
        new XElement("DatiGenerali", Document(content), Concerned(content.Concerns)),
        new XElement(
            "DatiBeniServizi",
            content.Lines.Select(LineXml.Of),
            content.Vat.Select(share => Summary(share, content.Customer.Taxation))),
        Payment(content, iban));

    private static XElement Document(InvoiceContent content) => new(
        "DatiGeneraliDocumento",
        new XElement("TipoDocumento", content.Kind == InvoiceKind.CreditNote ? "TD04" : "TD01"),
        new XElement("Divisa", "EUR"),
        new XElement("Data", LocalDatePattern.Iso.Format(content.IssuedOn!.Value)),
        new XElement("Numero", content.Number),
        new XElement("ImportoTotaleDocumento", content.Total),
        LatinText.Of(content.Credits?.Reason ?? "").Chunk(ReasonLength).Select(part => new XElement("Causale", new string(part))));

    private static XElement? Concerned(InvoiceReference? other) => other is null
        ? null
        : new(
            "DatiFattureCollegate",
            new XElement("IdDocumento", other.Number),
            new XElement("Data", LocalDatePattern.Iso.Format(other.IssuedOn)));

    private static XElement Summary(VatShare share, Taxation taxation) => new(
        "DatiRiepilogo",
        new XElement("AliquotaIVA", LineXml.Rate(share.Percent)),
        InvoiceXml.Optional("Natura", share.Nature),
        new XElement("ImponibileImporto", share.Taxable),
        new XElement("Imposta", share.Tax),
        new XElement("EsigibilitaIVA", taxation.SplitPayment ? "S" : "I"),
        InvoiceXml.Optional(
            "RiferimentoNormativo",
            share.Nature is null || taxation.Exemption is not { } exemption ? null : LatinText.Fit(exemption.Reference, VatExemption.MaxReferenceLength)));

    /// <summary>Only where something is to be paid by it, and to an account: the format has no way to leave open how.</summary>
    private static XElement? Payment(InvoiceContent content, string? iban) =>
        iban is null || !content.AsksForPayment || content.Payable <= Money.Zero
            ? null
            : new(
                "DatiPagamento",
                new XElement("CondizioniPagamento", "TP02"),
                new XElement(
                    "DettaglioPagamento",
                    new XElement("ModalitaPagamento", "MP05"),
                    InvoiceXml.Optional("DataScadenzaPagamento", content.DueOn is { } due ? LocalDatePattern.Iso.Format(due) : null),
                    new XElement("ImportoPagamento", content.Payable),
                    new XElement("IBAN", iban)));
}
