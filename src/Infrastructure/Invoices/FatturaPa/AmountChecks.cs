using System.Globalization;
using System.Xml.Linq;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Whether the amounts follow from each other, as the exchange system computes them and with its tolerances.</summary>
/// <remarks>
/// A cent for the total of a line and for VAT, less than a euro for what is taxed. Source: its technical specifications (Allegato A), and its list of
/// checks.
/// </remarks>
internal static class AmountChecks
{
    private const decimal Cent = 0.01m;
    private const decimal Euro = 1;

    public static IEnumerable<CheckFault> FaultsOf(XDocument document)
    {
        var lines = document.Descendants("DettaglioLinee").ToList();
        var shares = document.Descendants("DatiRiepilogo").ToList();
        return [.. LineFaults(lines), .. ShareFaults(shares, lines), .. TotalFaults(document, shares)];
    }

    private static IEnumerable<CheckFault> LineFaults(IEnumerable<XElement> lines) =>
        from line in lines
        let quantity = line.Element("Quantita") is null ? 1 : AmountOf(line, "Quantita")
        where Math.Abs(AmountOf(line, "PrezzoTotale") - (AmountOf(line, "PrezzoUnitario") * quantity)) > Cent
        select new CheckFault(
            "00423", int.Parse(line.Element("NumeroLinea")!.Value, CultureInfo.InvariantCulture), "PrezzoTotale is not PrezzoUnitario times Quantita");

    private static IEnumerable<CheckFault> ShareFaults(IReadOnlyList<XElement> shares, IReadOnlyList<XElement> lines)
    {
        foreach (var share in shares)
        {
            var (rate, taxable) = (AmountOf(share, "AliquotaIVA"), AmountOf(share, "ImponibileImporto"));
            if (Math.Abs(AmountOf(share, "Imposta") - Math.Round(rate * taxable / 100, 2, MidpointRounding.AwayFromZero)) > Cent)
                yield return new("00421", null, $"Imposta is not {rate} % of ImponibileImporto");
        }

        // What is taxed at one rate may stand in several summaries, of which the VAT is due in different ways.
        foreach (var same in shares.GroupBy(TaxedAs))
        {
            var sum = lines.Where(line => TaxedAs(line) == same.Key).Sum(line => AmountOf(line, "PrezzoTotale"));
            if (Math.Abs(same.Sum(share => AmountOf(share, "ImponibileImporto")) - sum) >= Euro)
                yield return new("00422", null, $"ImponibileImporto is not the sum of the lines at {same.Key.Rate} %");
        }
    }

    private static (decimal Rate, string? Nature) TaxedAs(XElement element) => (AmountOf(element, "AliquotaIVA"), element.Element("Natura")?.Value);

    /// <summary>The exchange system does not add these up; whoever pays does.</summary>
    private static IEnumerable<CheckFault> TotalFaults(XDocument document, IReadOnlyList<XElement> shares)
    {
        var taxable = shares.Sum(share => AmountOf(share, "ImponibileImporto"));
        if (document.Descendants("DatiGeneraliDocumento").Any(
            general => AmountOf(general, "ImportoTotaleDocumento") != taxable + shares.Sum(share => AmountOf(share, "Imposta"))))
        {
            yield return new("total", null, "ImportoTotaleDocumento is not the sum of DatiRiepilogo");
        }

        var payable = taxable + shares.Where(share => share.Element("EsigibilitaIVA")!.Value != "S").Sum(share => AmountOf(share, "Imposta"));
        if (document.Descendants("DettaglioPagamento").Any(payment => AmountOf(payment, "ImportoPagamento") != payable))
            yield return new("payment", null, "ImportoPagamento is not what is to be paid");
    }

    private static decimal AmountOf(XElement parent, string name) => decimal.Parse(parent.Element(name)!.Value, CultureInfo.InvariantCulture);
}
