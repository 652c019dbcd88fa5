using FluentValidation;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>An address as a caller writes it down, not yet known to be a good one.</summary>
/// <param name="Street">With the number.</param>
/// <param name="PostalCode">In Italy five digits.</param>
/// <param name="City">By its name alone.</param>
/// <param name="Province">Two letters in Italy, null elsewhere.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record GivenAddress(string Street, string PostalCode, string City, string? Province, string Country)
{
    /// <param name="field">Where the caller wrote it, for refusals.</param>
    /// <exception cref="Domain.Shared.BusinessException">It is no address of its country.</exception>
    public PostalAddress ToAddress(string field) =>
        PostalAddress.Create(Street, PostalCode, City, Province, CountryCode.Create(Country, $"{field}.country"), field);
}

internal sealed class GivenAddressValidator : AbstractValidator<GivenAddress>
{
    public GivenAddressValidator()
    {
        RuleFor(a => a.Street).NotEmpty().MaximumLength(PostalAddress.MaxStreetLength);
        RuleFor(a => a.PostalCode).NotEmpty().MaximumLength(PostalAddress.MaxPostalCodeLength);
        RuleFor(a => a.City).NotEmpty().MaximumLength(PostalAddress.MaxCityLength);
        RuleFor(a => a.Province!).Length(PostalAddress.ProvinceLength).When(a => a.Province is not null);
        RuleFor(a => a.Country).Length(CountryCode.Length);
    }
}
