using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class CustomerRow
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string NameFolded => FoldedText.Of(Name);

    public string? VatNumber { get; init; }

    public string? TaxCode { get; init; }

    public required string Street { get; init; }

    public required string PostalCode { get; init; }

    public required string City { get; init; }

    public string? Province { get; init; }

    public required string Country { get; init; }

    public string? RecipientCode { get; init; }

    public string? CertifiedEmail { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required bool AskBeforeAnyPart { get; init; }

    public required bool SplitPayment { get; init; }

    public string? VatNature { get; init; }

    public string? VatReference { get; init; }

    public required string CreatedAt { get; init; }

    public required long Version { get; init; }

    public static CustomerRow From(Customer customer) => new()
    {
        Id = DbText.From(customer.Id.Value),
        Kind = DbText.From(customer.Details.Kind),
        Name = customer.Details.Name,
        VatNumber = customer.Details.VatNumber?.Value,
        TaxCode = customer.Details.TaxCode?.Value,
        Street = customer.Details.BillingAddress.Street,
        PostalCode = customer.Details.BillingAddress.PostalCode,
        City = customer.Details.BillingAddress.City,
        Province = customer.Details.BillingAddress.Province,
        Country = customer.Details.BillingAddress.Country.Value,
        RecipientCode = customer.Details.Delivery.RecipientCode,
        CertifiedEmail = customer.Details.Delivery.CertifiedEmail,
        Email = customer.Details.Email,
        Phone = customer.Details.Phone,
        AskBeforeAnyPart = customer.Details.AskBeforeAnyPart,
        SplitPayment = customer.Details.Taxation.SplitPayment,
        VatNature = customer.Details.Taxation.Exemption?.Nature,
        VatReference = customer.Details.Taxation.Exemption?.Reference,
        CreatedAt = DbText.From(customer.CreatedAt),
        Version = customer.Version,
    };

    public Customer ToCustomer() => Customer.FromState(
        new(DbText.ToId(Id)),
        CustomerDetails.Create(
            DbText.ToEnum<PartyKind>(Kind),
            Name,
            VatNumber is null ? null : Domain.Customers.VatNumber.FromState(VatNumber),
            TaxCode is null ? null : Domain.Customers.TaxCode.Create(TaxCode),
            PostalAddress.FromState(Street, PostalCode, City, Province, Country),
            InvoiceDelivery.Create(RecipientCode, CertifiedEmail),
            Email,
            Phone,
            AskBeforeAnyPart,
            Taxation.FromState(SplitPayment, VatNature is null ? null : VatExemption.FromState(VatNature, VatReference!))),
        DbText.ToInstant(CreatedAt),
        Version);
}
