using MisterAssist.Application.Billing;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Puts together what an invoice says as things stand.</summary>
internal sealed class InvoiceComposer(GivenBackFees givenBack, InvoiceSettings settings)
{
    /// <summary>Whom an invoice is made out to, as they are now.</summary>
    public static BilledCustomer BilledTo(Customer customer)
    {
        var details = customer.Details;
        return new(
            customer.Id, details.Kind, details.Name, details.BillingAddress, details.VatNumber?.Value, details.TaxCode?.Value, details.Taxation);
    }

    /// <summary>What a draft says.</summary>
    public async Task<InvoiceContent> ComposeAsync(YearMonth month, Customer customer, IReadOnlyCollection<Charge> charges, CancellationToken ct) =>
        InvoiceContent.Of(month, settings.Issuer, BilledTo(customer), charges, await givenBack.AsChargedAsync(charges, ct));

    /// <summary>The same with the date on which it is issued, today's in Rome, and the day by which it is paid.</summary>
    public InvoiceContent Date(InvoiceContent draft, Deed on)
    {
        var today = on.At.InZone(Company.Zone).Date;
        return draft with { IssuedOn = today, DueOn = draft.AsksForPayment ? today.PlusDays(settings.Terms.Days) : null };
    }
}
