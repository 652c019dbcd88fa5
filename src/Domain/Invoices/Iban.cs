namespace MisterAssist.Domain.Invoices;

/// <summary>The bank account that payments go to.</summary>
public sealed record Iban
{
    private const int MinLength = 15;
    private const int MaxLength = 34;
    private const int CountryAndCheck = 4;
    private const int Modulus = 97;

    private Iban(string value) => Value = value;

    /// <summary>Capitals and digits, without spaces.</summary>
    public string Value { get; }

    /// <summary>Reads a number in any case and with spaces. Null where its check digits do not fit: what a slip of the pen makes of one is none.</summary>
    public static Iban? Find(string text)
    {
        var value = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var isOne = value.Length is >= MinLength and <= MaxLength
            && value.All(char.IsAsciiLetterOrDigit)
            && value[..2].All(char.IsAsciiLetter) && value[2..CountryAndCheck].All(char.IsAsciiDigit)
            && RestOf($"{value[CountryAndCheck..]}{value[..CountryAndCheck]}") == 1;
        return isOne ? new(value) : null;
    }

    /// <summary>In groups of four, as people read it.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    private static int RestOf(string turned) => turned.Aggregate(0, (rest, character) => char.IsAsciiDigit(character)
        ? ((rest * 10) + (character - '0')) % Modulus
        : ((rest * 100) + (character - 'A' + 10)) % Modulus);
}
