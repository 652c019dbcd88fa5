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
/// <param name="GivesBack">Of a credit note by which billing gives fees back, the invoice that charged them; null for anything else.</param>
/// <param name="Seller">What its file says of the company; null for a draft, for what has no file, and for what was issued before that was sealed with it.</param>
public sealed record InvoiceContent(
    InvoiceKind Kind, InvoiceNumber? Number, LocalDate? IssuedOn, LocalDate? DueOn, YearMonth Month, Issuer Issuer, BilledCustomer Customer,
    IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<VatShare> Vat, CreditedInvoice? Credits, InvoiceReference? GivesBack = null,
    Seller? Seller = null)
{
    /// <summary>Without VAT: the sum of all lines.</summary>
    public Money Net => Vat.Sum(share => share.Taxable);

    /// <summary>All VAT.</summary>
    public Money Tax => Vat.Sum(share => share.Tax);

    /// <summary>With VAT.</summary>
    public Money Total => VatShare.TotalOf(Vat);

    /// <summary>What is paid to us, or by us for a credit note: without the VAT that the customer pays to the tax office itself.</summary>
    public Money Payable => PayableOf(Vat);

    /// <summary>Whether something is to be paid by it: by an invoice, unless what it takes back is owed again by another.</summary>
    public bool AsksForPayment => Kind == InvoiceKind.Invoice && Credits?.OwedAgainBy is null;

    /// <summary>Whether it goes to the exchange system, once it is issued.</summary>
    public bool HasFile => Kind != InvoiceKind.Statement && Credits is not { WasRefused: true };

    /// <summary>The other document that it is about: what it takes back, or whose fees it gives back; null where it stands for itself.</summary>
    public InvoiceReference? Concerns => Credits is { } taken ? new(taken.Id, taken.Number, taken.IssuedOn) : GivesBack;

    /// <summary>Bills charges, as things stand: an invoice, or a statement where they come to nothing.</summary>
    /// <param name="month">Whose charges they are.</param>
    /// <param name="issuer">The company.</param>
    /// <param name="customer">Who owes them.</param>
    /// <param name="charges">What is billed. What is given back of a fee is there with that fee, so they come to no less than nothing.</param>
    public static InvoiceContent Of(YearMonth month, Issuer issuer, BilledCustomer customer, IEnumerable<Charge> charges)
    {
        var lines = InvoiceLine.Of(charges, customer.Taxation);
        var vat = VatShare.Of(lines);
        return new(VatShare.TotalOf(vat) == Money.Zero ? InvoiceKind.Statement : InvoiceKind.Invoice, null, null, null, month, issuer, customer, lines, vat, null);
    }

    /// <summary>Gives fees back that an invoice charged, as things stand: a credit note over it, made out and taxed as it was.</summary>
    /// <param name="month">Up to whose end something was given back, when it was drafted.</param>
    /// <param name="charged">The invoice. It is issued.</param>
    /// <param name="credits">What is given back.</param>
    public static InvoiceContent GivingBack(YearMonth month, InvoiceState charged, IEnumerable<Charge> credits)
    {
        var invoice = charged.Issued!.Content;
        var lines = InvoiceLine.GivenBack(credits, charged.StandingLines);
        return invoice with
        {
            Kind = InvoiceKind.CreditNote,
            Number = null,
            IssuedOn = null,
            DueOn = null,
            Month = month,
            Lines = lines,
            Vat = VatShare.Taken(charged.Left, lines),
            GivesBack = new(charged.Id, charged.Issued.Number, invoice.IssuedOn!.Value),
        };
    }

    /// <summary>What is paid of some of it: without the VAT that the customer pays to the tax office itself.</summary>
    public Money PayableOf(IEnumerable<VatShare> shares) => shares.Sum(share => Customer.Taxation.SplitPayment ? share.Taxable : share.Taxable + share.Tax);
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
/// <param name="OwedAgainBy">
/// Of a credit note by which billing gave fees back, the invoice that charged them: they are owed by that again. Null for anything else.
/// </param>
public sealed record CreditedInvoice(
    InvoiceId Id, InvoiceNumber Number, LocalDate IssuedOn, string Reason, bool WasRefused = false, InvoiceReference? OwedAgainBy = null);
