using MisterAssist.Application.Documents;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.WorkReports;

/// <summary>Says a work report in a language. Whatever draws the page says the same by construction.</summary>
public sealed class ReportPageComposer
{
    private readonly ReportDocument _report;
    private readonly ReportContent _content;
    private readonly Language _language;
    private readonly PageParts _parts;

    private ReportPageComposer(ReportDocument report, Language language) =>
        (_report, _content, _language, _parts) = (report, report.Content, language, new(language));

    private string Title => $"{Say(ReportWords.Title)} {NumberOrDraft}";

    private string NumberOrDraft => _content.Number?.ToString() ?? $"({Say(DocumentWords.Draft).ToLowerInvariant()})";

    public static DocumentPage Compose(ReportDocument report, Language language) => new ReportPageComposer(report, language).Page();

    private DocumentPage Page() => new(
        _language, Clean(_content.Issuer.Name), _parts.Letterhead(_content.Issuer), Title, _content.IssuedAt, Banner(), [.. Parties()], [.. Facts()],
        [.. Sections()], Signature(), _parts.Footer(_content.IssuedAt is { } at ? $"{Title} · {Moment(at)}" : Title, _report.Sha256));

    private PageBanner? Banner() => _report.Mark switch
    {
        ReportMark.Draft => new(Say(DocumentWords.Draft).ToUpperInvariant(), Say(ReportWords.DraftMeans)),
        ReportMark.Voided => new(
            Say(ReportWords.Voided).ToUpperInvariant(),
            _report.VoidReason is { } reason
                ? $"{Say(ReportWords.VoidedMeans)} {Say(DocumentWords.Reason)}: {Clean(reason)}"
                : Say(ReportWords.VoidedMeans)),
        _ => null,
    };

    private IEnumerable<PageBlock> Parties()
    {
        var customer = _content.Customer;
        yield return _parts.Customer(customer.Name, customer.BillingAddress, customer.VatNumber, customer.TaxCode);
        if (customer.Site is { } site)
            yield return new(Say(ReportWords.Site), PageParts.Present([site.Name, .. PageParts.LinesOf(site.Address)]));
    }

    private IEnumerable<PageFact> Facts()
    {
        var (ticket, work) = (_content.Ticket, _content.Work);
        yield return Fact(DocumentWords.Number, NumberOrDraft);
        yield return Fact(ReportWords.IssuedAt, _content.IssuedAt is { } issuedAt ? Moment(issuedAt) : Say(ReportWords.NotIssued));
        yield return Fact(ReportWords.Ticket, ticket.Number.ToString());
        yield return Fact(ReportWords.Subject, ticket.Subject);
        yield return Fact(ReportWords.ReceivedAt, Moment(ticket.ReceivedAt));
        yield return Fact(ReportWords.HandledAs, Say(ReportWords.Of(ticket.HandledAs)));
        yield return Fact(ReportWords.Plan, Say(ticket.PlanName));
        yield return Fact(ReportWords.Mode, Say(ReportWords.Of(work.Mode)));
        yield return Fact(ReportWords.AppointedAt, work.AppointedAt is { } agreed ? Moment(agreed) : Say(ReportWords.NotAppointed));
        yield return Fact(work.Mode == InterventionMode.OnSite ? ReportWords.ArrivedAt : ReportWords.BegunAt, Moment(work.ArrivedAt));
        yield return Fact(ReportWords.CompletedAt, Moment(work.CompletedAt));
        yield return Fact(ReportWords.Outcome, Say(ReportWords.Of(work.Outcome)));
    }

    private IEnumerable<IPageSection> Sections()
    {
        yield return new PageBlock(Say(ReportWords.Work), [Clean(_content.Work.Description)]);
        if (_content.Work.Entries.Count > 0)
            yield return Times();
        yield return Lines();
        yield return Totals();
        if (_content.Guarantees.Count > 0)
            yield return new PageBlock(Say(DocumentWords.Guarantees), [.. _content.Guarantees.Select(guarantee => Clean(Say(guarantee.Words)))]);
    }

    private PageTable Times() => new(
        Say(ReportWords.Times),
        [_parts.Words(ReportWords.Technician), _parts.Figures(ReportWords.From), _parts.Figures(ReportWords.To), _parts.Figures(ReportWords.Lasted)],
        [.. _content.Work.Entries.Select(TimeRow)]);

    private PageRow TimeRow(ReportedTime time) => new(
        PageRowKind.Item, [Clean(time.Technician), Moment(time.From), Moment(time.To), DocumentText.Hours((long)(time.To - time.From).TotalMinutes)]);

    private PageTable Lines() => new(
        Say(DocumentWords.Lines),
        [
            _parts.Figures(DocumentWords.LineNumber), _parts.Words(DocumentWords.Description), _parts.Figures(DocumentWords.Quantity),
            _parts.Figures(DocumentWords.UnitPrice), _parts.Figures(DocumentWords.Vat), _parts.Figures(DocumentWords.Amount),
        ],
        [.. _content.Lines.OrderBy(line => line.Discount?.OfLine ?? line.Number).ThenBy(line => line.Number).Select(LineRow)]);

    private PageRow LineRow(ReportLine line) => new(
        line.Discount is null ? PageRowKind.Item : PageRowKind.Attached,
        [
            PageParts.Number(line.Number),
            Clean(Say(line.Description)),
            line.Discount is null ? _parts.Quantity(line.Quantity, line.Unit) : "",
            line.Discount is null ? _parts.Price(line.UnitPrice, line.Unit) : "",
            $"{PageParts.Number(line.VatPercent)}%",
            _parts.Money(line.Amount),
        ]);

    private PageTotals Totals() => new(
        [
            Fact(DocumentWords.Gross, _parts.Money(_content.Gross)),
            Fact(DocumentWords.Discounts, _parts.Money(_content.Discounts)),
            Fact(ReportWords.Net, _parts.Money(_content.Net)),
        ],
        Say(ReportWords.VatLater));

    private PageSignature? Signature() => _report switch
    {
        { Acknowledgement: { } given } => new(
            Say(ReportWords.Acknowledgement),
            [Fact(ReportWords.Name, given.Name), Fact(ReportWords.Date, Moment(given.At))],
            given.SignaturePng),
        { Mark: ReportMark.Issued } => new(
            Say(ReportWords.Acknowledgement),
            [Fact(ReportWords.Name, ""), Fact(ReportWords.Date, ""), Fact(ReportWords.Signature, "")],
            null),
        _ => null,
    };

    private static string Clean(string text) => DocumentText.Clean(text);

    private string Moment(Instant at) => DocumentText.Moment(at, _language);

    private string Say(LocalizedText text) => _parts.Say(text);

    private PageFact Fact(LocalizedText label, string value) => _parts.Fact(label, value);
}
