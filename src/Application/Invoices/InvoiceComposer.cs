using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Puts together what an invoice says as things stand.</summary>
internal sealed class InvoiceComposer(InvoiceSettings settings)
{
    /// <summary>Whom an invoice is made out to, as they are now.</summary>
    public static BilledCustomer BilledTo(Customer customer)
    {
        var details = customer.Details;
        return new(
            customer.Id, details.Kind, details.Name, details.BillingAddress, details.VatNumber?.Value, details.TaxCode?.Value, details.Taxation);
    }

    /// <summary>What a draft says.</summary>
    /// <param name="month">Whose charges it bills.</param>
    /// <param name="customer">Who owes it.</param>
    /// <param name="charged">Of a credit note, the invoice of which it gives fees back; null for an invoice.</param>
    /// <param name="charges">What is on it.</param>
    public InvoiceContent Compose(YearMonth month, Customer customer, InvoiceState? charged, IReadOnlyCollection<Charge> charges) => charged is null
        ? InvoiceContent.Of(month, settings.Issuer, BilledTo(customer), charges)
        : InvoiceContent.GivingBack(month, charged, charges);

    /// <summary>By when what is told today is paid.</summary>
    public LocalDate DueOn(Deed on) => on.At.InZone(Company.Zone).Date.PlusDays(settings.Terms.Days);

    /// <summary>The same with the date on which it is issued, today's in Rome, and the day by which it is paid.</summary>
    public InvoiceContent Date(InvoiceContent draft, Deed on)
    {
        var today = on.At.InZone(Company.Zone).Date;
        return draft with { IssuedOn = today, DueOn = draft.AsksForPayment ? DueOn(on) : null };
    }
}
