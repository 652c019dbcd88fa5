using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <summary>All that an invoice says. Copied from where it stood when it was issued: what changes later changes nothing here.</summary>
/// <param name="Kind">What is owed by it.</param>
/// <param name="Number">Null for a draft.</param>
/// <param name="IssuedOn">In Rome; null for a draft.</param>
/// <param name="DueOn">The last day on which it is paid in time; null for a draft, and where nothing is to be paid.</param>
/// <param name="Month">Whose charges it bills.</param>
/// <param name="Issuer">The company.</param>
/// <param name="Customer">Who owes it.</param>
/// <param name="Lines">In order. A credit note has what is given back, as it stood on the invoice.</param>
/// <param name="Vat">By rate.</param>
/// <param name="Credits">What it takes back; null for what takes nothing back.</param>
/// <param name="Seller">What its file says of the company; null for a draft, for what has no file, and for what was issued before that was sealed with it.</param>
public sealed record InvoiceContent(
    InvoiceKind Kind, InvoiceNumber? Number, LocalDate? IssuedOn, LocalDate? DueOn, YearMonth Month, Issuer Issuer, BilledCustomer Customer,
    IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<VatShare> Vat, CreditedInvoice? Credits, Seller? Seller = null)
{
    /// <summary>Without VAT: the sum of all lines.</summary>
    public Money Net => Vat.Sum(share => share.Taxable);

    /// <summary>All VAT.</summary>
    public Money Tax => Vat.Sum(share => share.Tax);

    /// <summary>With VAT.</summary>
    public Money Total => VatShare.TotalOf(Vat);

    /// <summary>What is paid to us, or by us for a credit note: without the VAT that the customer pays to the tax office itself.</summary>
    public Money Payable => Total - Vat.Where(share => TaxationOf(share).SplitPayment).Sum(share => share.Tax);

    /// <summary>Whether something is to be paid by it: by an invoice, unless what it takes back was set off against others, which are to be paid again.</summary>
    public bool AsksForPayment => Kind == InvoiceKind.Invoice && Credits?.SetOff is null;

    /// <summary>Whether it goes to the exchange system, once it is issued.</summary>
    public bool HasFile => Kind != InvoiceKind.Statement && Credits is not { WasRefused: true };

    /// <summary>The invoices of which it gives fees back, the oldest first; none for what takes a document back.</summary>
    public IReadOnlyList<InvoiceReference> GivesBack => Credits is not null
        ? []
        : [.. Lines.Select(line => line.GivesBack).OfType<InvoiceReference>().Distinct().OrderBy(charged => charged.IssuedOn).ThenBy(charged => charged.Id.Value)];

    /// <summary>Bills charges, as things stand: an invoice, or what is made in its place where nothing is owed, or less.</summary>
    /// <param name="month">Whose charges they are.</param>
    /// <param name="issuer">The company.</param>
    /// <param name="customer">Who owes them.</param>
    /// <param name="charges">What is billed.</param>
    /// <param name="asCharged">Of fees that are given back, how they were charged.</param>
    public static InvoiceContent Of(
        YearMonth month, Issuer issuer, BilledCustomer customer, IEnumerable<Charge> charges,
        IReadOnlyDictionary<ChargeId, FeeAsCharged>? asCharged = null)
    {
        var owed = InvoiceLine.Of(charges, customer.Taxation, asCharged);
        var kind = KindOf(VatShare.TotalOf(VatShare.Of(owed)));
        var lines = kind == InvoiceKind.CreditNote ? InvoiceLine.TurnAround(owed) : owed;
        return new(kind, null, null, null, month, issuer, customer, lines, VatShare.Of(lines), null);
    }

    /// <summary>What it gives back of the fees that an invoice charged, as it is paid; zero for an invoice that it does not name.</summary>
    public Money GivenBackOf(InvoiceId invoice) => VatShare.Of(Lines.Where(line => line.GivesBack?.Id == invoice))
        .Sum(share => TaxationOf(share).SplitPayment ? share.Taxable : share.Taxable + share.Tax);

    /// <summary>How VAT is charged on some of the lines: as to the customer, but for fees that were charged in another way and are given back.</summary>
    public Taxation TaxationOf(VatShare share) => share.ChargedUnder ?? Customer.Taxation;

    private static InvoiceKind KindOf(Money total)
    {
        if (total == Money.Zero)
            return InvoiceKind.Statement;
        return total > Money.Zero ? InvoiceKind.Invoice : InvoiceKind.CreditNote;
    }
}

/// <summary>Who owes an invoice.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Kind">To the law.</param>
/// <param name="Name">Of the company, or first and last name.</param>
/// <param name="BillingAddress">Where invoices are made out to.</param>
/// <param name="VatNumber">Null where there is none.</param>
/// <param name="TaxCode">Null where it is not known.</param>
/// <param name="Taxation">How VAT is charged.</param>
public sealed record BilledCustomer(
    CustomerId Id, PartyKind Kind, string Name, PostalAddress BillingAddress, string? VatNumber, string? TaxCode, Taxation Taxation);

/// <summary>What a credit note takes back.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">As people call it.</param>
/// <param name="IssuedOn">In Rome.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="WasRefused">Whether the exchange system had refused it, and all of it is taken back: the tax office knows neither the one nor the other.</param>
/// <param name="SetOff">Of a credit note, against what it had been set off: that is owed there again, and not here. Null for none.</param>
public sealed record CreditedInvoice(
    InvoiceId Id, InvoiceNumber Number, LocalDate IssuedOn, string Reason, bool WasRefused = false, IReadOnlyList<SetOffPart>? SetOff = null);
