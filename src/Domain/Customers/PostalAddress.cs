using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>Where letters reach somebody, and technicians. As long as an electronic invoice has room for.</summary>
public sealed record PostalAddress
{
    public const int MaxStreetLength = 60;
    public const int MaxCityLength = 60;
    public const int MaxPostalCodeLength = 10;
    public const int ProvinceLength = 2;

    private const int ItalianPostalCodeLength = 5;

    private PostalAddress(string street, string postalCode, string city, string? province, CountryCode country) =>
        (Street, PostalCode, City, Province, Country) = (street, postalCode, city, province, country);

    /// <summary>With the number.</summary>
    public string Street { get; }

    /// <summary>In Italy five digits.</summary>
    public string PostalCode { get; }

    public string City { get; }

    /// <summary>Two letters; null outside Italy, and only there.</summary>
    public string? Province { get; }

    public CountryCode Country { get; }

    /// <param name="street">With the number.</param>
    /// <param name="postalCode">In Italy five digits.</param>
    /// <param name="city">By its name alone.</param>
    /// <param name="province">Two letters in Italy, null elsewhere.</param>
    /// <param name="country">Where all this is.</param>
    /// <param name="field">Where the caller wrote it, for the refusal.</param>
    /// <exception cref="BusinessException">The postal code or the province is not one of the country.</exception>
    public static PostalAddress Create(
        string street, string postalCode, string city, string? province, CountryCode country, string field)
    {
        if (country.IsItaly && (postalCode.Length != ItalianPostalCodeLength || !postalCode.All(char.IsAsciiDigit)))
            throw CustomerErrors.InvalidPostalCode($"{field}.postalCode");
        if (country.IsItaly != province is { Length: ProvinceLength } || province?.All(char.IsAsciiLetter) == false)
            throw CustomerErrors.InvalidProvince($"{field}.province");

        return new(street.Trim(), postalCode.Trim(), city.Trim(), province?.ToUpperInvariant(), country);
    }

    /// <summary>For persistence only.</summary>
    public static PostalAddress FromState(string street, string postalCode, string city, string? province, string country) =>
        new(street, postalCode, city, province, CountryCode.FromState(country));
}
