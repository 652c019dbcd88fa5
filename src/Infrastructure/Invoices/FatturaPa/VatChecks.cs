using System.Globalization;
using System.Xml.Linq;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Whether rates and the reasons for none fit each other, line by line and in the summary.</summary>
internal static class VatChecks
{
    /// <summary>Not taken any more since 2021: they were divided.</summary>
    private static readonly string[] Divided = ["N2", "N3", "N6"];

    public static IEnumerable<CheckFault> FaultsOf(XDocument document)
    {
        var lines = document.Descendants("DettaglioLinee").Select(Taxed.Of).ToList();
        var shares = document.Descendants("DatiRiepilogo").Select(Taxed.Of).ToList();
        return
        [
            .. Where("00400", lines, line => line is { Rate: 0, Nature: null }, "AliquotaIVA is 0 and there is no Natura"),
            .. Where("00401", lines, line => line is { Rate: not 0, Nature: not null }, "there is a Natura, and AliquotaIVA is not 0"),
            .. Where("00419", lines, line => shares.TrueForAll(share => share.Rate != line.Rate), "DatiRiepilogo has not its AliquotaIVA"),
            .. Where("00420", shares, share => share.IsSplit && share.Nature?.StartsWith("N6", StringComparison.Ordinal) == true,
                "DatiRiepilogo has the Natura N6 and the EsigibilitaIVA S"),
            .. Where("00424", [.. lines, .. shares], taxed => taxed.Rate is > 0 and < 1, "AliquotaIVA is not in percent"),
            .. Where("00429", shares, share => share is { Rate: 0, Nature: null }, "DatiRiepilogo has the AliquotaIVA 0 and no Natura"),
            .. Where("00430", shares, share => share is { Rate: not 0, Nature: not null }, "DatiRiepilogo has a Natura and an AliquotaIVA that is not 0"),
            .. Where("00443", shares, share => lines.TrueForAll(line => line.Rate != share.Rate), "DatiRiepilogo has an AliquotaIVA that no line has"),
            .. Where("00444", lines, line => shares.TrueForAll(share => share.Nature != line.Nature), "DatiRiepilogo has not its Natura"),
            .. Where("00444", shares, share => lines.TrueForAll(line => line.Nature != share.Nature), "DatiRiepilogo has a Natura that no line has"),
            .. Where("00445", [.. lines, .. shares], taxed => Divided.Contains(taxed.Nature), "Natura is N2, N3 or N6 without more"),
        ];
    }

    private static IEnumerable<CheckFault> Where(string code, IEnumerable<Taxed> taxed, Predicate<Taxed> fails, string text) =>
        from one in taxed where fails(one) select new CheckFault(code, one.Line, text);

    private sealed record Taxed(int? Line, decimal Rate, string? Nature, bool IsSplit)
    {
        public static Taxed Of(XElement element) => new(
            element.Element("NumeroLinea") is { } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null,
            decimal.Parse(element.Element("AliquotaIVA")!.Value, CultureInfo.InvariantCulture),
            element.Element("Natura")?.Value,
            element.Element("EsigibilitaIVA")?.Value == "S");
    }
}
