using System.Globalization;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.Documents;

/// <summary>What stands on every document alike, in a language.</summary>
internal sealed class PageParts(Language language)
{
    public string Say(LocalizedText text) => text.In(language);

    public string? Labelled(LocalizedText label, string? value) => value is null ? null : $"{Say(label)} {value}";

    public PageFact Fact(LocalizedText label, string value) => new(Say(label), DocumentText.Clean(value));

    public PageColumn Words(LocalizedText heading) => new(Say(heading), false);

    public PageColumn Figures(LocalizedText heading) => new(Say(heading), true);

    /// <summary>The address of the company, its number and how it is reached.</summary>
    public IReadOnlyList<string> Letterhead(Issuer issuer)
    {
        var reached = new[] { Labelled(DocumentWords.Phone, issuer.Phone), issuer.Email, issuer.Website };
        return
        [
            .. new[]
            {
                string.Join(", ", issuer.Address),
                Labelled(DocumentWords.VatNumber, issuer.VatNumber),
                string.Join(" · ", reached.OfType<string>()),
            }.Where(line => !string.IsNullOrEmpty(line)).Select(line => DocumentText.Clean(line!)),
        ];
    }

    public PageBlock Customer(string name, PostalAddress address, string? vatNumber, string? taxCode) => new(Say(DocumentWords.Customer), Present(
        [name, .. LinesOf(address), Labelled(DocumentWords.VatNumber, vatNumber), Labelled(DocumentWords.TaxCode, taxCode)]));

    /// <param name="title">What document it is.</param>
    /// <param name="sha256">Of what was issued, in hexadecimal; null for a draft.</param>
    public PageFooter Footer(string title, string? sha256) => new(
        Present([title, sha256 is null ? null : $"{Say(DocumentWords.Fingerprint)} {DocumentText.Hash(sha256)}"]),
        Say(DocumentWords.Page),
        Say(DocumentWords.OfPages));

    /// <summary>So many pieces, or the hours that so many minutes are.</summary>
    public string Quantity(long quantity, QuantityUnit unit) =>
        unit == QuantityUnit.Minute ? $"{DocumentText.Hours(quantity)} h" : $"{Number(quantity)} {Say(DocumentWords.Pieces)}";

    public string Price(Money unitPrice, QuantityUnit unit) => Money(unitPrice) + (unit == QuantityUnit.Minute ? Say(DocumentWords.PerHour) : "");

    public string Money(Money amount) => DocumentText.Money(amount, language);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<string> LinesOf(PostalAddress address) =>
    [
        address.Street,
        address.Province is { } province ? $"{address.PostalCode} {address.City} ({province})" : $"{address.PostalCode} {address.City}",
        .. address.Country.IsItaly ? Array.Empty<string>() : [address.Country.Value],
    ];

    public static string[] Present(IEnumerable<string?> lines) => [.. lines.OfType<string>().Select(DocumentText.Clean)];
}
