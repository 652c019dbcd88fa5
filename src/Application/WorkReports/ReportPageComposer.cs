using System.Globalization;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Says a work report in a language. Whatever draws the page says the same by construction.</summary>
public sealed class ReportPageComposer
{
    private readonly ReportDocument _report;
    private readonly ReportContent _content;
    private readonly Language _language;

    private ReportPageComposer(ReportDocument report, Language language) => (_report, _content, _language) = (report, report.Content, language);

    private string Title => $"{Say(ReportWords.Title)} {NumberOrDraft}";

    private string NumberOrDraft => _content.Number?.ToString() ?? $"({Say(ReportWords.Draft).ToLowerInvariant()})";

    public static ReportPage Compose(ReportDocument report, Language language) => new ReportPageComposer(report, language).Page();

    private ReportPage Page() => new(
        _language, Clean(_content.Issuer.Name), Letterhead(), Title, _content.IssuedAt, Banner(), [.. Parties()], [.. Facts()],
        new(Say(ReportWords.Work), [Clean(_content.Work.Description)]), Times(), Lines(), Totals(), Say(ReportWords.VatLater), Guarantees(),
        Signature(), Footer());

    private string[] Letterhead()
    {
        var issuer = _content.Issuer;
        var reached = new[] { issuer.Phone is { } phone ? $"{Say(ReportWords.Phone)} {phone}" : null, issuer.Email, issuer.Website };
        return
        [
            .. new[]
            {
                string.Join(", ", issuer.Address),
                Labelled(ReportWords.VatNumber, issuer.VatNumber),
                string.Join(" · ", reached.OfType<string>()),
            }.Where(line => !string.IsNullOrEmpty(line)).Select(line => Clean(line!)),
        ];
    }

    private PageBanner? Banner() => _report.Mark switch
    {
        ReportMark.Draft => new(Say(ReportWords.Draft).ToUpperInvariant(), Say(ReportWords.DraftMeans)),
        ReportMark.Voided => new(
            Say(ReportWords.Voided).ToUpperInvariant(),
            _report.VoidReason is { } reason
                ? $"{Say(ReportWords.VoidedMeans)} {Say(ReportWords.Reason)}: {Clean(reason)}"
                : Say(ReportWords.VoidedMeans)),
        _ => null,
    };

    private IEnumerable<PageBlock> Parties()
    {
        var customer = _content.Customer;
        yield return new(Say(ReportWords.Customer), Present(
            [
                customer.Name, .. AddressLines(customer.BillingAddress), Labelled(ReportWords.VatNumber, customer.VatNumber),
                Labelled(ReportWords.TaxCode, customer.TaxCode),
            ]));
        if (customer.Site is { } site)
            yield return new(Say(ReportWords.Site), Present([site.Name, .. AddressLines(site.Address)]));
    }

    private IEnumerable<PageFact> Facts()
    {
        var (ticket, work) = (_content.Ticket, _content.Work);
        yield return Fact(ReportWords.Number, NumberOrDraft);
        yield return Fact(
            ReportWords.IssuedAt, _content.IssuedAt is { } issuedAt ? ReportText.Moment(issuedAt, _language) : Say(ReportWords.NotIssued));
        yield return Fact(ReportWords.Ticket, ticket.Number.ToString());
        yield return Fact(ReportWords.Subject, ticket.Subject);
        yield return Fact(ReportWords.ReceivedAt, ReportText.Moment(ticket.ReceivedAt, _language));
        yield return Fact(ReportWords.HandledAs, Say(ReportWords.Of(ticket.HandledAs)));
        yield return Fact(ReportWords.Plan, Say(ticket.PlanName));
        yield return Fact(ReportWords.Mode, Say(ReportWords.Of(work.Mode)));
        yield return Fact(
            ReportWords.AppointedAt, work.AppointedAt is { } agreed ? ReportText.Moment(agreed, _language) : Say(ReportWords.NotAppointed));
        yield return Fact(
            work.Mode == InterventionMode.OnSite ? ReportWords.ArrivedAt : ReportWords.BegunAt, ReportText.Moment(work.ArrivedAt, _language));
        yield return Fact(ReportWords.CompletedAt, ReportText.Moment(work.CompletedAt, _language));
        yield return Fact(ReportWords.Outcome, Say(ReportWords.Of(work.Outcome)));
    }

    private PageTable? Times() => _content.Work.Entries.Count == 0
        ? null
        : new(
            Say(ReportWords.Times),
            [Words(ReportWords.Technician), Figures(ReportWords.From), Figures(ReportWords.To), Figures(ReportWords.Lasted)],
            [.. _content.Work.Entries.Select(TimeRow)]);

    private PageRow TimeRow(ReportedTime time) => new(
        [
            Clean(time.Technician), ReportText.Moment(time.From, _language), ReportText.Moment(time.To, _language),
            ReportText.Hours((long)(time.To - time.From).TotalMinutes),
        ],
        false);

    private PageTable Lines() => new(
        Say(ReportWords.Lines),
        [
            Figures(ReportWords.LineNumber), Words(ReportWords.Description), Figures(ReportWords.Quantity), Figures(ReportWords.UnitPrice),
            Figures(ReportWords.Vat), Figures(ReportWords.Amount),
        ],
        [.. _content.Lines.OrderBy(line => line.Discount?.OfLine ?? line.Number).ThenBy(line => line.Number).Select(LineRow)]);

    private PageRow LineRow(ReportLine line) => new(
        [
            Number(line.Number),
            Clean(Say(line.Description)),
            line.Discount is null ? Quantity(line) : "",
            line.Discount is null ? Price(line) : "",
            $"{Number(line.VatPercent)}%",
            ReportText.Money(line.Amount, _language),
        ],
        line.Discount is not null);

    private string Quantity(ReportLine line) =>
        line.Unit == QuantityUnit.Minute ? $"{ReportText.Hours(line.Quantity)} h" : $"{Number(line.Quantity)} {Say(ReportWords.Pieces)}";

    private string Price(ReportLine line) =>
        ReportText.Money(line.UnitPrice, _language) + (line.Unit == QuantityUnit.Minute ? Say(ReportWords.PerHour) : "");

    private PageFact[] Totals() =>
    [
        Fact(ReportWords.Gross, ReportText.Money(_content.Gross, _language)),
        Fact(ReportWords.Discounts, ReportText.Money(_content.Discounts, _language)),
        Fact(ReportWords.Net, ReportText.Money(_content.Net, _language)),
    ];

    private PageBlock? Guarantees() => _content.Guarantees.Count == 0
        ? null
        : new(Say(ReportWords.Guarantees), [.. _content.Guarantees.Select(guarantee => Clean(Say(guarantee.Words)))]);

    private PageSignature? Signature() => _report switch
    {
        { Acknowledgement: { } given } => new(
            Say(ReportWords.Acknowledgement),
            [Fact(ReportWords.Name, given.Name), Fact(ReportWords.Date, ReportText.Moment(given.At, _language))],
            given.SignaturePng),
        { Mark: ReportMark.Issued } => new(
            Say(ReportWords.Acknowledgement),
            [Fact(ReportWords.Name, ""), Fact(ReportWords.Date, ""), Fact(ReportWords.Signature, "")],
            null),
        _ => null,
    };

    private PageFooter Footer() => new(
        Present(
            [
                _content.IssuedAt is { } issuedAt ? $"{Title} · {ReportText.Moment(issuedAt, _language)}" : Title,
                _report.Sha256 is { } hash ? $"{Say(ReportWords.Fingerprint)} {ReportText.Hash(hash)}" : null,
            ]),
        Say(ReportWords.Page),
        Say(ReportWords.OfPages));

    private static IEnumerable<string> AddressLines(PostalAddress address) =>
    [
        address.Street,
        address.Province is { } province ? $"{address.PostalCode} {address.City} ({province})" : $"{address.PostalCode} {address.City}",
        .. address.Country.IsItaly ? Array.Empty<string>() : [address.Country.Value],
    ];

    private static string[] Present(IEnumerable<string?> lines) => [.. lines.OfType<string>().Select(Clean)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Clean(string text) => ReportText.Clean(text);

    private string Say(LocalizedText text) => text.In(_language);

    private string? Labelled(LocalizedText label, string? value) => value is null ? null : $"{Say(label)} {value}";

    private PageFact Fact(LocalizedText label, string value) => new(Say(label), Clean(value));

    private PageColumn Words(LocalizedText heading) => new(Say(heading), false);

    private PageColumn Figures(LocalizedText heading) => new(Say(heading), true);
}
