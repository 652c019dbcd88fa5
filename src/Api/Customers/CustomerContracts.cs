using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Application.Customers;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Api.Customers;

/// <summary>An address. In Italy the postal code has five digits and the province two letters; elsewhere there is no province.</summary>
internal sealed record AddressRequest
{
    /// <summary>With the number.</summary>
    [StringLength(PostalAddress.MaxStreetLength, MinimumLength = 1)]
    public required string Street { get; init; }

    [StringLength(PostalAddress.MaxPostalCodeLength, MinimumLength = 1)]
    public required string PostalCode { get; init; }

    [StringLength(PostalAddress.MaxCityLength, MinimumLength = 1)]
    public required string City { get; init; }

    /// <summary>Two letters, such as `MI`; needed in Italy.</summary>
    [StringLength(PostalAddress.ProvinceLength, MinimumLength = PostalAddress.ProvinceLength)]
    public string? Province { get; init; }

    /// <summary>ISO 3166-1 alpha-2; `IT` where it is not said.</summary>
    [StringLength(CountryCode.Length, MinimumLength = CountryCode.Length)]
    public string? Country { get; init; }

    public static AddressRequest Of(PostalAddress address) => new()
    {
        Street = address.Street,
        PostalCode = address.PostalCode,
        City = address.City,
        Province = address.Province,
        Country = address.Country.Value,
    };

    public GivenAddress ToGiven() => new(Street, PostalCode, City, Province, Country ?? CountryCode.Italy.Value);
}

/// <summary>An address.</summary>
internal sealed record AddressResponse
{
    /// <summary>With the number.</summary>
    [StringLength(PostalAddress.MaxStreetLength)]
    public required string Street { get; init; }

    [StringLength(PostalAddress.MaxPostalCodeLength)]
    public required string PostalCode { get; init; }

    [StringLength(PostalAddress.MaxCityLength)]
    public required string City { get; init; }

    /// <summary>Two letters; null outside Italy.</summary>
    [StringLength(PostalAddress.ProvinceLength)]
    public required string? Province { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [StringLength(CountryCode.Length)]
    public required string Country { get; init; }

    public static AddressResponse Of(PostalAddress address) => new()
    {
        Street = address.Street,
        PostalCode = address.PostalCode,
        City = address.City,
        Province = address.Province,
        Country = address.Country.Value,
    };
}

/// <summary>All that can be said of a customer. A company needs a VAT number or a tax code; a private customer has no VAT number.</summary>
internal sealed record CustomerRequest
{
    /// <summary>What they are to the law. Who trades alone is a company, too.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Of the company, or first and last name.</summary>
    [StringLength(CustomerDetails.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>
    /// The VAT number, by the country of the billing address: an Italian one has eleven digits with their check digit, another 2 to 28 letters
    /// and digits. The country's prefix may be there; it is not kept.
    /// </summary>
    [StringLength(GivenCustomer.MaxNumberLength)]
    public string? VatNumber { get; init; }

    /// <summary>The Italian tax code: sixteen characters of a person, eleven digits of an organisation, with their check character.</summary>
    [StringLength(GivenCustomer.MaxNumberLength)]
    public string? TaxCode { get; init; }

    /// <summary>Where invoices are made out to.</summary>
    public required AddressRequest BillingAddress { get; init; }

    /// <summary>Where the exchange system delivers invoices: seven letters and digits. Not beside a certified e-mail address; `0000000` is none.</summary>
    [StringLength(InvoiceDelivery.RecipientCodeLength, MinimumLength = InvoiceDelivery.RecipientCodeLength)]
    public string? RecipientCode { get; init; }

    /// <summary>Certified e-mail (PEC) to which invoices are delivered. Not beside a recipient code.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public string? CertifiedEmail { get; init; }

    [StringLength(CustomerDetails.MaxEmailLength)]
    public string? Email { get; init; }

    /// <summary>Digits, with a plus sign before them and spaces, dots, strokes, brackets or hyphens between.</summary>
    [StringLength(CustomerDetails.MaxPhoneLength)]
    public string? Phone { get; init; }

    /// <summary>Whether they want to be asked before any part is fitted, whatever its value; false where it is not said.</summary>
    public bool? AskBeforeAnyPart { get; init; }

    /// <summary>How VAT is charged to them; at the rates of what is sold where it is not said.</summary>
    public TaxationRequest? Taxation { get; init; }

    public static CustomerRequest Of(CustomerDetails details) => new()
    {
        Kind = details.Kind,
        Name = details.Name,
        VatNumber = details.VatNumber?.Value,
        TaxCode = details.TaxCode?.Value,
        BillingAddress = AddressRequest.Of(details.BillingAddress),
        RecipientCode = details.Delivery.RecipientCode,
        CertifiedEmail = details.Delivery.CertifiedEmail,
        Email = details.Email,
        Phone = details.Phone,
        AskBeforeAnyPart = details.AskBeforeAnyPart,
        Taxation = TaxationRequest.Of(details.Taxation),
    };

    public GivenCustomer ToGiven() => new(
        Kind, Name, VatNumber, TaxCode, BillingAddress.ToGiven(), RecipientCode, CertifiedEmail, Email, Phone, AskBeforeAnyPart ?? false,
        Taxation?.ToGiven());
}

/// <summary>A customer.</summary>
internal sealed record CustomerResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What they are to the law.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Of the company, or first and last name.</summary>
    [StringLength(CustomerDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>Without the prefix of the country; null for none.</summary>
    [StringLength(Domain.Customers.VatNumber.MaxLength)]
    public required string? VatNumber { get; init; }

    /// <summary>The Italian tax code; null where it is not known.</summary>
    [StringLength(Domain.Customers.TaxCode.Length)]
    public required string? TaxCode { get; init; }

    /// <summary>Where invoices are made out to.</summary>
    public required AddressResponse BillingAddress { get; init; }

    /// <summary>Where the exchange system delivers invoices; null for none.</summary>
    [StringLength(InvoiceDelivery.RecipientCodeLength)]
    public required string? RecipientCode { get; init; }

    /// <summary>Certified e-mail (PEC) to which invoices are delivered; null for none.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public required string? CertifiedEmail { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public required string? Email { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(CustomerDetails.MaxPhoneLength)]
    public required string? Phone { get; init; }

    /// <summary>Whether they want to be asked before any part is fitted, whatever its value.</summary>
    public required bool AskBeforeAnyPart { get; init; }

    /// <summary>How VAT is charged to them.</summary>
    public required TaxationResponse Taxation { get; init; }

    /// <summary>When they were taken on.</summary>
    public required Instant CreatedAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static CustomerResponse Of(Customer customer) => new()
    {
        Id = customer.Id.ToString(),
        Kind = customer.Details.Kind,
        Name = customer.Details.Name,
        VatNumber = customer.Details.VatNumber?.Value,
        TaxCode = customer.Details.TaxCode?.Value,
        BillingAddress = AddressResponse.Of(customer.Details.BillingAddress),
        RecipientCode = customer.Details.Delivery.RecipientCode,
        CertifiedEmail = customer.Details.Delivery.CertifiedEmail,
        Email = customer.Details.Email,
        Phone = customer.Details.Phone,
        AskBeforeAnyPart = customer.Details.AskBeforeAnyPart,
        Taxation = TaxationResponse.Of(customer.Details.Taxation),
        CreatedAt = customer.CreatedAt,
        Number = customer.Version,
    };
}
