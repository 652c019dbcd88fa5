using MisterAssist.Domain.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Customers;

/// <summary>Customers that are right as they come: a test sets only what matters to it.</summary>
public static class CustomerSamples
{
    public static readonly Instant CreatedAt = Moments.Utc("2026-11-20T18:30:00.123456Z");

    public static PostalAddress Address(string street = "Via di Prova 1") =>
        PostalAddress.Create(street, "20121", "Milano", "MI", CountryCode.Italy, "address");

    public static CustomerDetails Details(
        PartyKind kind = PartyKind.Company,
        string name = "Forno di prova",
        string? vatNumber = "0123456789",
        string? taxCode = null,
        PostalAddress? address = null,
        InvoiceDelivery? delivery = null,
        string? email = "ufficio@example.it",
        string? phone = "+39 02 0000000",
        bool askBeforeAnyPart = false) => CustomerDetails.Create(
            kind,
            name,
            kind == PartyKind.Private || vatNumber is null ? null : VatNumber.Create(ItalianNumbers.Eleven(vatNumber), CountryCode.Italy),
            taxCode is null ? null : TaxCode.Create(taxCode),
            address ?? Address(),
            delivery ?? InvoiceDelivery.None,
            email,
            phone,
            askBeforeAnyPart);

    public static Customer Customer(CustomerDetails? details = null, Instant? at = null) =>
        Domain.Customers.Customer.Register(details ?? Details(), at ?? CreatedAt);
}
