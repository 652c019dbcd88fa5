using MisterAssist.Application.Documents;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Says an invoice, a credit note or a statement in a language. Whatever draws the page says the same by construction.</summary>
public sealed class InvoicePageComposer
{
    private readonly InvoiceDocument _document;
    private readonly InvoiceState _invoice;
    private readonly InvoiceContent _content;
    private readonly Language _language;
    private readonly PageParts _parts;
    private readonly InvoiceAmounts _amounts;

    private InvoicePageComposer(InvoiceDocument document, Language language)
    {
        (_document, _invoice, _content) = (document, document.Seen.Invoice, document.Seen.Content);
        (_language, _parts) = (language, new(language));
        _amounts = new(_invoice, _content, _parts);
    }

    private string Title => $"{Say(InvoiceWords.Title(_content.Kind))} {NumberOrDraft}";

    private string NumberOrDraft => _content.Number?.ToString() ?? $"({Say(DocumentWords.Draft).ToLowerInvariant()})";

    /// <summary>Whether money is still to come in, or would be if it were issued.</summary>
    private bool IsToBePaid => _content.AsksForPayment && _invoice.Status is InvoiceStatus.Draft or InvoiceStatus.Issued;

    public static DocumentPage Compose(InvoiceDocument document, Language language) => new InvoicePageComposer(document, language).Page();

    private DocumentPage Page() => new(
        _language, Clean(_content.Issuer.Name), _parts.Letterhead(_content.Issuer), Title,
        _content.IssuedOn?.AtStartOfDayInZone(Company.Zone).ToInstant(), Banner(), [.. Parties()], [.. Facts()], [.. Sections()], null,
        _parts.Footer(_content.IssuedOn is { } on ? $"{Title} · {Day(on)}" : Title, _invoice.Issued?.Sha256));

    private PageBanner? Banner() => _invoice.Status switch
    {
        InvoiceStatus.Draft => new(Say(DocumentWords.Draft).ToUpperInvariant(), Say(InvoiceWords.DraftMeans)),
        InvoiceStatus.Credited => new(Say(InvoiceWords.Credited).ToUpperInvariant(), Say(InvoiceWords.CreditedMeans)),
        _ => null,
    };

    private IEnumerable<PageBlock> Parties()
    {
        var customer = _content.Customer;
        yield return _parts.Customer(customer.Name, customer.BillingAddress, customer.VatNumber, customer.TaxCode);
        var (label, amount) = _amounts.Last;
        yield return new(label, IsToBePaid ? [amount, Due()] : [amount]);
    }

    private IEnumerable<PageFact> Facts()
    {
        yield return Fact(DocumentWords.Number, NumberOrDraft);
        yield return Fact(InvoiceWords.IssuedOn, _content.IssuedOn is { } on ? Day(on) : Say(InvoiceWords.NotIssued));
        yield return Fact(InvoiceWords.Month, DocumentText.Month(_content.Month, _language));
        if (_content.AsksForPayment)
        {
            yield return Fact(InvoiceWords.Terms, Terms());
            if (_invoice.DueOn is { } due)
                yield return Fact(InvoiceWords.DueOn, Day(due));
            yield return Fact(
                InvoiceWords.Status, Say(_invoice.IsOverdueOn(_document.Seen.Today) ? InvoiceWords.Overdue : InvoiceWords.StatusOf(_invoice.Status)));
        }

        if (_content.GivesBack is { } charged)
            yield return Fact(InvoiceWords.GivesBack, Named(charged.Number, charged.IssuedOn));
        if (_content.Credits is { } credited)
        {
            yield return Fact(InvoiceWords.Credits, Named(credited.Number, credited.IssuedOn));
            yield return Fact(DocumentWords.Reason, credited.Reason);
        }
    }

    private IEnumerable<IPageSection> Sections()
    {
        if (_content.Kind == InvoiceKind.Statement)
            yield return new PageBlock(Say(InvoiceWords.NothingOwed), [Say(InvoiceWords.NothingOwedMeans)]);
        yield return new InvoiceLinesTable(_document, _parts, _language).Table();
        if (_amounts.AreTaxed)
            yield return _amounts.VatSummary();
        yield return _amounts.Totals();
        if (IsToBePaid && _content.Number is { } number && _document.Terms.Iban is { } account)
        {
            var how = InvoiceWords.Transfer(account.ToString(), _content.Issuer.Name, number.ToString());
            yield return new PageBlock(Say(InvoiceWords.HowToPay), [Clean(Say(how))]);
        }

        if (_invoice.Paid > Money.Zero)
            yield return Payments();
        if (Guarantees() is { Length: > 0 } guarantees)
            yield return new PageBlock(Say(DocumentWords.Guarantees), guarantees);
        if (Notes() is { Length: > 0 } notes)
            yield return new PageBlock(Say(InvoiceWords.Notes), notes);
    }

    private PageTable Payments() => new(
        Say(InvoiceWords.Payments),
        [_parts.Figures(InvoiceWords.IssuedOn), _parts.Words(InvoiceWords.Reference), _parts.Figures(DocumentWords.Amount)],
        [
            .. _invoice.Payments.Where(payment => payment.Reversal is null).Select(payment => new PageRow(
                PageRowKind.Item, [Day(payment.PaidOn), Clean(payment.Reference ?? ""), _parts.Money(payment.Amount)])),
        ]);

    /// <summary>In the words of the work reports: what was promised, what came of it and what it takes off.</summary>
    private string[] Guarantees() =>
    [
        .. from billed in _content.Lines.GroupBy(line => line.Origin.ReportId)
           where billed.Key is not null && _document.Reports.ContainsKey(billed.Key.Value)
           let report = _document.Reports[billed.Key!.Value]
           let reasons = billed.Select(line => line.Charged.Discount?.Reason).ToHashSet()
           from guarantee in report.Guarantees
           where reasons.Contains(Discounts.ReasonOf(guarantee.Kind))
           select Clean($"{report.Number}: {Say(guarantee.Words)}"),
    ];

    private string[] Notes() =>
    [
        .. _amounts.AreSplit ? [Say(InvoiceWords.SplitMeans)] : Array.Empty<string>(),
        .. _invoice.Deliveries.Count > 0 ? [Say(InvoiceWords.Courtesy)] : Array.Empty<string>(),
    ];

    private string Due() => _invoice.DueOn is { } due ? Say(InvoiceWords.By(Day(due))) : Terms();

    /// <summary>Those that it was issued with, or would be now.</summary>
    private string Terms() => Say(InvoiceWords.Within(
        _content is { DueOn: { } due, IssuedOn: { } on } ? Period.DaysBetween(on, due) : _document.Terms.Days));

    private string Named(InvoiceNumber number, LocalDate issuedOn) => $"{number} {Say(InvoiceWords.Of)} {Day(issuedOn)}";

    private static string Clean(string text) => DocumentText.Clean(text);

    private string Day(LocalDate day) => DocumentText.Day(day, _language);

    private string Say(LocalizedText text) => _parts.Say(text);

    private PageFact Fact(LocalizedText label, string value) => _parts.Fact(label, value);
}
