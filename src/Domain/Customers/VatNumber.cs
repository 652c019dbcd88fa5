using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>The number under which a customer pays VAT, without the prefix of its country.</summary>
public sealed record VatNumber
{
    /// <summary>The longest one of any country.</summary>
    public const int MaxLength = 28;

    private const int MinLength = 2;

    private VatNumber(string value) => Value = value;

    /// <summary>In Italy eleven digits; elsewhere letters A to Z and digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number in any case, with spaces and with or without the prefix of its country.</summary>
    /// <remarks>Of an Italian one the check digit has to fit; the rules of other countries are their own.</remarks>
    /// <exception cref="BusinessException">It is none.</exception>
    public static VatNumber Create(string text, CountryCode country)
    {
        var given = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var number = given.StartsWith(country.VatPrefix, StringComparison.Ordinal) ? given[country.VatPrefix.Length..] : given;
        var isOne = country.IsItaly
            ? ItalianCheckDigit.Holds(number)
            : number.Length is >= MinLength and <= MaxLength && number.All(char.IsAsciiLetterOrDigit);
        return isOne ? new(number) : throw CustomerErrors.InvalidVatNumber(country);
    }

    /// <summary>For persistence only.</summary>
    public static VatNumber FromState(string value) => new(value);

    public override string ToString() => Value;
}
