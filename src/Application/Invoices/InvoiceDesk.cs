using MisterAssist.Application.Billing;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Finds invoices that the caller may see, drafts for staff alone, and keeps what is done to them.</summary>
internal sealed class InvoiceDesk(IInvoiceStore invoices, InvoiceDrafts drafts, ChangeLog log)
{
    /// <summary>Who acts now: each asking is a moment of its own.</summary>
    public Deed Now() => new(log.Actor, log.Now);

    /// <exception cref="BusinessException">There is no such invoice within reach.</exception>
    public async Task<Invoice> GetAsync(InvoiceId id, CancellationToken ct) =>
        await invoices.FindAsync(id, log.Reach, log.Actor.Kind == ActorKind.Staff, ct) ?? throw InvoiceErrors.NotFound();

    /// <exception cref="BusinessException">There is no such invoice within reach.</exception>
    public async Task<Invoice> GetAsync(InvoiceId id, KnownVersion known, CancellationToken ct)
    {
        var invoice = await GetAsync(id, ct);
        known.Require(invoice.ToState().Version);
        return invoice;
    }

    /// <summary>With what it says, which the caller of a change has to have read: a draft says something else when its customer does.</summary>
    /// <exception cref="BusinessException">There is no such invoice within reach.</exception>
    public async Task<(Invoice Invoice, InvoiceContent Content)> ReadAsync(InvoiceId id, KnownVersion known, CancellationToken ct)
    {
        var invoice = await GetAsync(id, ct);
        var (state, content, fingerprint, _) = await SeeAsync(invoice, ct);
        known.Require(state.Version, fingerprint);
        return (invoice, content);
    }

    /// <summary>Finds an invoice, does something to it that needs nothing else, and keeps it.</summary>
    public async Task<SeenInvoice> DoAsync(InvoiceId id, KnownVersion known, Action<Invoice, Deed> deed, CancellationToken ct)
    {
        var invoice = await GetAsync(id, known, ct);

        deed(invoice, Now());

        return await SaveAsync(invoice, ct);
    }

    public Task KeepAsync(Invoice invoice, CancellationToken ct) => invoices.SaveAsync(invoice, ct);

    public async Task<SeenInvoice> SaveAsync(Invoice invoice, CancellationToken ct)
    {
        await KeepAsync(invoice, ct);
        return await SeeAsync(invoice, ct);
    }

    /// <summary>The invoice with what it says: as it was issued, or would be now.</summary>
    public async Task<SeenInvoice> SeeAsync(Invoice invoice, CancellationToken ct)
    {
        var (state, today) = (invoice.ToState(), log.Now.InZone(Company.Zone).Date);
        if (state.Issued is { } issued)
            return new(state, issued.Content, null, today);

        var charged = state.GivesBackId is { } id ? (await invoices.FindAllAsync([id], ct)).Single().ToState() : null;
        var draft = await drafts.WriteAsync(state, charged, ct);
        return new(state, draft.Content, draft.Sha256[..SeenInvoice.FingerprintLength], today);
    }
}

/// <summary>Writes what drafts say as things stand.</summary>
internal sealed class InvoiceDrafts(IChargeStore charges, ICustomerStore customers, InvoiceComposer composer, IInvoiceSealer sealer)
{
    /// <param name="draft">The draft.</param>
    /// <param name="charged">Of a credit note, the invoice of which it gives fees back; null for an invoice.</param>
    /// <param name="ct">To give up.</param>
    public async Task<SealedInvoice> WriteAsync(InvoiceState draft, InvoiceState? charged, CancellationToken ct)
    {
        var customer = (await customers.FindAsync(draft.CustomerId, CustomerReach.All, ct))!;
        return sealer.Seal(composer.Compose(draft.Month, customer, charged, await charges.OnAsync(draft.Id, ct)));
    }
}

/// <summary>An invoice with what it says.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Content">All that it says.</param>
/// <param name="Fingerprint">Of a draft, which says something else when its customer does; null for what was issued.</param>
/// <param name="Today">In Rome.</param>
public sealed record SeenInvoice(InvoiceState Invoice, InvoiceContent Content, string? Fingerprint, LocalDate Today)
{
    public const int FingerprintLength = 16;

    /// <summary>What changes in what it says while its version stays: a draft with its customer, an invoice after the days on which it was due, or to be sent again.</summary>
    public string? Moment => Fingerprint ?? (Invoice.IsOverdueOn(Today), Invoice.IsResendOverdueOn(Today)) switch
    {
        (true, true) => "overdue-late",
        (true, false) => "overdue",
        (false, true) => "late",
        _ => null,
    };
}
