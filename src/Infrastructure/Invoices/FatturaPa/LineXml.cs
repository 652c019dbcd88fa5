using System.Globalization;
using System.Xml.Linq;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime.Text;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>A line, at its own amount: what is taken off another is a line of its own.</summary>
internal static class LineXml
{
    private const int DescriptionLength = 1000;
    private const decimal MinutesInHour = 60;
    private const int QuantityDecimals = 8;

    public static XElement Of(InvoiceLine line)
    {
        var (charged, fee) = (line.Charged, line.Origin.Fee);
        var isCounted = charged.Kind == ChargedKind.Part || (charged.Unit == QuantityUnit.Minute && ComesOut(charged));
        return new(
            "DettaglioLinee",
            new XElement("NumeroLinea", line.Number),
            InvoiceXml.Optional("TipoCessionePrestazione", charged.Discount is not null && charged.Amount < Money.Zero ? "SC" : null),
            new XElement("Descrizione", LatinText.Shorten(charged.Description.It, DescriptionLength)),
            InvoiceXml.Optional("Quantita", isCounted ? Quantity(charged) : null),
            InvoiceXml.Optional("UnitaMisura", isCounted ? Unit(charged.Unit) : null),
            InvoiceXml.Optional("DataInizioPeriodo", fee is null ? null : LocalDatePattern.Iso.Format(fee.From)),
            InvoiceXml.Optional("DataFinePeriodo", fee is null ? null : LocalDatePattern.Iso.Format(fee.To.PlusDays(-1))),
            new XElement("PrezzoUnitario", isCounted ? charged.UnitPrice : charged.Amount),
            new XElement("PrezzoTotale", charged.Amount),
            new XElement("AliquotaIVA", Rate(line.VatPercent)),
            InvoiceXml.Optional("Natura", line.Nature),
            Report(line.Origin));
    }

    public static string Rate(int percent) => $"{percent}.00";

    /// <summary>Whether hours times price is the amount, give or take a cent: where an hour costs a million it need not be.</summary>
    private static bool ComesOut(ChargedLine charged) => Math.Abs((charged.UnitPrice.Cents * Hours(charged)) - charged.Amount.Cents) <= 1;

    private static string Quantity(ChargedLine charged) =>
        (charged.Unit == QuantityUnit.Minute ? Hours(charged) : charged.Quantity).ToString("0.00######", CultureInfo.InvariantCulture);

    /// <summary>As exactly as the format has room for.</summary>
    private static decimal Hours(ChargedLine charged) => Math.Round(charged.Quantity / MinutesInHour, QuantityDecimals, MidpointRounding.AwayFromZero);

    private static string Unit(QuantityUnit unit) => unit == QuantityUnit.Minute ? "ore" : "pz";

    private static XElement? Report(ChargeOrigin origin) => origin.ReportNumber is not { } number
        ? null
        : new("AltriDatiGestionali", new XElement("TipoDato", "RAPPORTO"), new XElement("RiferimentoTesto", number));
}
