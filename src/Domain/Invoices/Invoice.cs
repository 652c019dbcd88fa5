using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <summary>What a customer owes for a month, or a document in its place where nothing is owed, or something given back.</summary>
/// <remarks>Its lines are charges and nothing else. A draft says what would be issued as things stand; issued, it never changes.</remarks>
public sealed partial class Invoice
{
    private readonly List<RecordedEvent> _events = [];

    private InvoiceState _state;

    private Invoice(InvoiceState state) => (_state, LoadedVersion) = (state, state.Version);

    public InvoiceId Id => _state.Id;

    /// <summary>What happened to it since it was loaded or drafted, in order.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>In which version it was loaded; 0 for a new one. For persistence only.</summary>
    public int LoadedVersion { get; }

    /// <summary>For persistence only.</summary>
    public static Invoice FromState(InvoiceState state) => new(state);

    /// <summary>Drafts the invoice of a customer for a month, or a credit note.</summary>
    /// <param name="customer">Who owes it.</param>
    /// <param name="month">Whose charges it bills.</param>
    /// <param name="givesBackId">Of a credit note, the invoice of which it gives fees back; null for an invoice.</param>
    /// <param name="on">Who, and when.</param>
    public static Invoice Draft(CustomerId customer, YearMonth month, InvoiceId? givesBackId, Deed on)
    {
        var invoice = new Invoice(new(InvoiceId.New(on.At), customer, month, on.At, givesBackId, null, [], [], null, [], [], Version: 0));
        invoice.Conclude(invoice._state, InvoiceEvents.Drafted, on);
        return invoice;
    }

    public InvoiceState ToState() => _state;

    /// <summary>More is billed by it.</summary>
    /// <exception cref="BusinessException">It was issued.</exception>
    public void Extend(Deed on)
    {
        RefuseUnlessDraft();

        Conclude(_state, InvoiceEvents.Extended, on);
    }

    /// <summary>It is not wanted: what it was to bill is to be billed again.</summary>
    /// <exception cref="BusinessException">It was issued.</exception>
    public void Discard(Deed on)
    {
        on.Actor.RefuseUnlessStaff("discard invoices");
        RefuseUnlessDraft();

        Conclude(_state, InvoiceEvents.Discarded, on);
    }

    /// <summary>Issues it: from then on it never changes.</summary>
    /// <param name="issued">All that it says, with its number and date.</param>
    /// <param name="progressive">Of its first file for the exchange system; null for what has none.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It was issued already.</exception>
    public void Issue(SealedInvoice issued, Progressive? progressive, Deed on)
    {
        RefuseUnlessDraft();

        Conclude(
            _state with
            {
                Issued = issued,
                // What takes a credit note of billing back asks for nothing: that is owed again where it was charged.
                Left = issued.Content.Credits?.OwedAgainBy is null ? issued.Content.Vat : [],
                DueOn = issued.Content.AsksForPayment ? issued.Content.DueOn : null,
                Deliveries = progressive is { } first ? [DeliveryAttempt.Prepared(1, first)] : [],
            },
            InvoiceEvents.Issued, on,
            [new("number", null, issued.Number.ToString()), new("sha256", null, issued.Sha256), new("total", null, issued.Content.Total.ToString())]);
    }

    /// <summary>Makes sure that somebody may issue it, before a number is taken.</summary>
    /// <exception cref="BusinessException">It was issued already, or no person of the company acts.</exception>
    public void RefuseUnlessReady(Deed on)
    {
        on.Actor.RefuseUnlessStaff("issue invoices");
        RefuseUnlessDraft();
    }

    /// <summary>Takes lines back: what a credit note says of them, or a statement where they come to nothing.</summary>
    /// <remarks>A credit note that billing made is taken back whole, by an invoice: what it gave back is owed again.</remarks>
    /// <param name="lines">
    /// Their numbers; null for all that stand. An item and its discount go together, and so do a fee and what is given back of it on the same invoice.
    /// </param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">
    /// It is a draft or takes a document back itself, or has no such line, or one was taken back already.
    /// </exception>
    public InvoiceContent Credit(IReadOnlyList<int>? lines, string reason, Deed on)
    {
        on.Actor.RefuseUnlessStaff("credit invoices");
        var issued = RequireIssued();
        if (issued.Content.Credits is not null)
            throw InvoiceErrors.NotCreditable(issued.Content.Kind);
        if (issued.Content.Kind == InvoiceKind.CreditNote && lines is not null)
            throw InvoiceErrors.CreditNoteTakenBackWhole();
        // A clock that is a little behind must not date what takes back before what is taken back.
        if (issued.Content.IssuedOn!.Value is var issuedOn && on.At.InZone(Company.Zone).Date < issuedOn)
            throw InvoiceErrors.DateBeforeLast(issuedOn);

        var standing = _state.StandingLines;
        var wanted = lines is null ? [.. standing.Select(line => line.Number)] : WithWhatBelongsTo(lines, issued.Content.Lines);
        if (wanted.Count == 0 || wanted.FirstOrDefault(_state.CreditedLines.Contains) is > 0)
            throw InvoiceErrors.LineCredited(wanted.FirstOrDefault(_state.CreditedLines.Contains, 1));

        IReadOnlyList<InvoiceLine> taken = [.. standing.Where(line => wanted.Contains(line.Number))];
        var vat = VatShare.Taken(_state.Left, taken);
        var note = issued.Content with
        {
            Kind = KindOfWhatTakesBack(issued.Content.Kind, VatShare.TotalOf(vat)),
            Number = null,
            IssuedOn = null,
            DueOn = null,
            Lines = InvoiceLine.Renumber(taken),
            Vat = vat,
            Credits = new(Id, issued.Number, issuedOn, reason, IsWithdrawnBy(wanted), issued.Content.GivesBack),
            GivesBack = null,
        };
        Conclude(
            _state with
            {
                CreditedLines = [.. _state.CreditedLines, .. wanted],
                Left = VatShare.Less(_state.Left, vat),
                Deliveries = note.Credits.WasRefused ? Withdrawn() : _state.Deliveries,
            },
            InvoiceEvents.Credited, on, [new("lines", null, string.Join(' ', wanted)), new("total", null, note.Total.ToString())], reason);
        return note;
    }

    /// <summary>The credit note that takes lines of an invoice back, or the statement, issued at once.</summary>
    public static Invoice Note(InvoiceState credited, SealedInvoice note, Progressive? progressive, Deed on)
    {
        var invoice = Draft(credited.CustomerId, credited.Month, null, on);
        invoice.Issue(note, progressive, on);
        return invoice;
    }

    /// <summary>The charges that a line, or several, took from billing.</summary>
    public static IReadOnlyList<ChargeId> ChargesOf(InvoiceContent content) => [.. content.Lines.Select(line => line.ChargeId)];

    private static IReadOnlyList<int> WithWhatBelongsTo(IReadOnlyList<int> wanted, IReadOnlyList<InvoiceLine> lines)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (lines.All(line => line.Number != wanted[i]))
                throw InvoiceErrors.UnknownLine(wanted[i], i);
        }

        var items = lines.Where(line => wanted.Contains(line.Number)).Select(line => ItemOf(line, lines)).ToHashSet();
        return [.. lines.Where(line => items.Contains(ItemOf(line, lines))).Select(line => line.Number)];
    }

    private static InvoiceKind KindOfWhatTakesBack(InvoiceKind taken, Money total) => taken switch
    {
        _ when total == Money.Zero => InvoiceKind.Statement,
        InvoiceKind.CreditNote => InvoiceKind.Invoice,
        _ => InvoiceKind.CreditNote,
    };

    private static int ItemOf(InvoiceLine line, IReadOnlyList<InvoiceLine> lines) =>
        line.Charged.Discount?.OfLine ?? InvoiceLine.FeeOf(line.Origin, lines)?.Number ?? line.Number;

    private void RefuseUnlessDraft()
    {
        if (_state.Issued is not null)
            throw InvoiceErrors.NotADraft(_state.Status);
    }

    private SealedInvoice RequireIssued() => _state.Issued ?? throw InvoiceErrors.NotIssued();

    private void Conclude(InvoiceState next, string type, Deed on, IReadOnlyList<Change>? changes = null, string? note = null)
    {
        _state = next with { Version = _state.Version + 1 };
        _events.Add(new(
            EventId.New(on.At), type, on.At, on.Actor, _state.CustomerId, null, null, null,
            [new("invoiceId", null, Id.ToString()), .. changes ?? []], note,
            IsInternal: type is InvoiceEvents.Drafted or InvoiceEvents.Extended or InvoiceEvents.Discarded));
    }
}
