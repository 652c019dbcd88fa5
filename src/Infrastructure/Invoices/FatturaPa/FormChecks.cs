using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Whether every element that we write is there as often as it must be, and has the form that the format gives it.</summary>
/// <remarks>What the exchange system refuses with 00200. Stricter than the schema where we write only some of what it takes.</remarks>
internal static class FormChecks
{
    private const string Code = "00200";

    /// <summary>Of which NumeroLinea can tell one from the other.</summary>
    private const int MostLines = 9999;

    private const string Country = "[A-Z]{2}";
    private const string Date = @"(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private const string Cents = @"-?[0-9]{1,11}\.[0-9]{2}";
    private const string Rate = @"(100\.00|[0-9]{1,2}\.[0-9]{2})";
    private const string Nature = @"N(1|2(\.[12])?|3(\.[1-6])?|4|5|6(\.[1-9])?|7)";
    private const string Atoms = @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";

    private static readonly Rule[] Rules =
    [
        Container("FatturaElettronica", "FatturaElettronicaHeader FatturaElettronicaBody"),
        Container("FatturaElettronicaHeader", "DatiTrasmissione CedentePrestatore CessionarioCommittente"),
        Container("DatiTrasmissione", "IdTrasmittente"),
        Leaf("IdTrasmittente", "IdPaese", Country),
        Leaf("IdTrasmittente", "IdCodice", "[A-Z0-9]{1,28}"),
        Leaf("DatiTrasmissione", "ProgressivoInvio", Basic(10)),
        Leaf("DatiTrasmissione", "FormatoTrasmissione", "F(PA|PR)12"),
        Leaf("DatiTrasmissione", "CodiceDestinatario", "[A-Z0-9]{6,7}"),
        Leaf("DatiTrasmissione", "PECDestinatario", $"(?=.{{1,256}}$){Atoms}@{Atoms}", least: 0),
        Container("CedentePrestatore", "DatiAnagrafici Sede"),
        Container("CedentePrestatore/DatiAnagrafici", "IdFiscaleIVA Anagrafica"),
        Leaf("CedentePrestatore/DatiAnagrafici", "CodiceFiscale", "[A-Z0-9]{11,16}", least: 0),
        Leaf("CedentePrestatore/DatiAnagrafici", "RegimeFiscale", @"RF(01|02|0[4-9]|1[0-9])"),
        Container("CessionarioCommittente", "DatiAnagrafici Sede"),
        Container("CessionarioCommittente/DatiAnagrafici", "Anagrafica"),
        Container("CessionarioCommittente/DatiAnagrafici", "IdFiscaleIVA", least: 0),
        Leaf("CessionarioCommittente/DatiAnagrafici", "CodiceFiscale", "[A-Z0-9]{11,16}", least: 0),
        Leaf("IdFiscaleIVA", "IdPaese", Country),
        Leaf("IdFiscaleIVA", "IdCodice", "[A-Z0-9]{1,28}"),
        Leaf("Anagrafica", "Denominazione", Latin(80)),
        Leaf("Sede", "Indirizzo", Latin(60)),
        Leaf("Sede", "CAP", @"[0-9]{5}"),
        Leaf("Sede", "Comune", Latin(60)),
        Leaf("Sede", "Provincia", "[A-Z]{2}", least: 0),
        Leaf("Sede", "Nazione", Country),
        Container("FatturaElettronicaBody", "DatiGenerali DatiBeniServizi"),
        Container("FatturaElettronicaBody", "DatiPagamento", least: 0),
        Container("DatiGenerali", "DatiGeneraliDocumento"),
        Leaf("DatiGeneraliDocumento", "TipoDocumento", "TD0[14]"),
        Leaf("DatiGeneraliDocumento", "Divisa", "EUR"),
        Leaf("DatiGeneraliDocumento", "Data", Date),
        Leaf("DatiGeneraliDocumento", "Numero", Basic(20)),
        Leaf("DatiGeneraliDocumento", "ImportoTotaleDocumento", Cents),
        Leaf("DatiGeneraliDocumento", "Causale", Latin(200), least: 0, most: int.MaxValue),
        Container("DatiGenerali", "DatiFattureCollegate", least: 0, most: int.MaxValue),
        Leaf("DatiFattureCollegate", "RiferimentoNumeroLinea", "[1-9][0-9]{0,3}", least: 0, most: int.MaxValue),
        Leaf("DatiFattureCollegate", "IdDocumento", Basic(20)),
        Leaf("DatiFattureCollegate", "Data", Date),
        Container("DatiBeniServizi", "DettaglioLinee DatiRiepilogo", most: int.MaxValue),
        Leaf("DettaglioLinee", "NumeroLinea", @"[1-9][0-9]{0,3}"),
        Leaf("DettaglioLinee", "TipoCessionePrestazione", "SC", least: 0),
        Leaf("DettaglioLinee", "Descrizione", Latin(1000)),
        Leaf("DettaglioLinee", "Quantita", @"[0-9]{1,12}\.[0-9]{2,8}", least: 0),
        Leaf("DettaglioLinee", "UnitaMisura", Basic(10), least: 0),
        Leaf("DettaglioLinee", "DataInizioPeriodo", Date, least: 0),
        Leaf("DettaglioLinee", "DataFinePeriodo", Date, least: 0),
        Leaf("DettaglioLinee", "PrezzoUnitario", @"-?[0-9]{1,11}\.[0-9]{2,8}"),
        Leaf("DettaglioLinee", "PrezzoTotale", @"-?[0-9]{1,11}\.[0-9]{2,8}"),
        Leaf("DettaglioLinee", "AliquotaIVA", Rate),
        Leaf("DettaglioLinee", "Natura", Nature, least: 0),
        Container("DettaglioLinee", "AltriDatiGestionali", least: 0),
        Leaf("AltriDatiGestionali", "TipoDato", Basic(10)),
        Leaf("AltriDatiGestionali", "RiferimentoTesto", Latin(60)),
        Leaf("DatiRiepilogo", "AliquotaIVA", Rate),
        Leaf("DatiRiepilogo", "Natura", Nature, least: 0),
        Leaf("DatiRiepilogo", "ImponibileImporto", Cents),
        Leaf("DatiRiepilogo", "Imposta", Cents),
        Leaf("DatiRiepilogo", "EsigibilitaIVA", "[IS]"),
        Leaf("DatiRiepilogo", "RiferimentoNormativo", Latin(100), least: 0),
        Container("DatiPagamento", "DettaglioPagamento"),
        Leaf("DatiPagamento", "CondizioniPagamento", "TP02"),
        Leaf("DettaglioPagamento", "ModalitaPagamento", "MP05"),
        Leaf("DettaglioPagamento", "DataScadenzaPagamento", Date, least: 0),
        Leaf("DettaglioPagamento", "ImportoPagamento", Cents),
        Leaf("DettaglioPagamento", "IBAN", @"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"),
    ];

    private static readonly ILookup<string, Rule> RulesOf = Rules.ToLookup(rule => rule.Parent);

    public static IReadOnlyList<CheckFault> FaultsOf(XDocument document) => document.Descendants("DettaglioLinee").Count() is > MostLines and var count
        ? [new(Code, MostLines + 1, $"the format has room for {MostLines} lines, and there are {count}")]
        : [.. FaultsWithin(document.Root!)];

    private static IEnumerable<CheckFault> FaultsWithin(XElement element)
    {
        var rules = RulesOf[KeyOf(element)].SelectMany(rule => rule.Names.Select(name => (Name: name, Rule: rule))).ToList();
        foreach (var (name, rule) in rules)
        {
            var found = element.Elements(name).ToList();
            if (found.Count < rule.Least || found.Count > rule.Most)
                yield return Fault(element, $"{KeyOf(element)} has {found.Count} {name}");
            foreach (var fault in found.SelectMany(child => FaultsOf(child, rule)))
                yield return fault;
        }

        foreach (var stranger in element.Elements().Where(child => rules.TrueForAll(rule => rule.Name != child.Name.LocalName)))
            yield return Fault(element, $"{KeyOf(element)} has {stranger.Name.LocalName}, which is none of its elements");
    }

    private static IEnumerable<CheckFault> FaultsOf(XElement element, Rule rule)
    {
        if (rule.Form is null)
            return FaultsWithin(element);

        return !element.HasElements && rule.Form.IsMatch(element.Value)
            ? []
            : [Fault(element, $"{KeyOf(element.Parent!)}/{element.Name.LocalName} has not the form of the format")];
    }

    private static CheckFault Fault(XElement place, string text) => new(Code, LineOf(place), text);

    private static int? LineOf(XElement place) =>
        int.TryParse(
            place.AncestorsAndSelf("DettaglioLinee").FirstOrDefault()?.Element("NumeroLinea")?.Value,
            NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Of each party something else is known: they are told by whose they are.</summary>
    private static string KeyOf(XElement element) => element.Name.LocalName is "DatiAnagrafici" and var name
        ? $"{element.Parent!.Name.LocalName}/{name}"
        : element.Name.LocalName;

    private static Rule Container(string parent, string names, int least = 1, int most = 1) => new(parent, names.Split(' '), least, most, null);

    private static Rule Leaf(string parent, string name, string form, int least = 1, int most = 1) =>
        new(parent, [name], least, most, new($@"\A(?:{form})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static string Basic(int length) => $"[ -~]{{1,{length}}}";

    private static string Latin(int length) => $@"[ -~\u00A0-\u00FF]{{1,{length}}}";

    private sealed record Rule(string Parent, IReadOnlyList<string> Names, int Least, int Most, Regex? Form);
}
