using System.Globalization;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>The Italian tax code: sixteen characters for a person, eleven digits for an organisation.</summary>
public sealed record TaxCode
{
    /// <summary>Characters of a person's.</summary>
    public const int Length = 16;

    private const string Shape = "AAAAAADDMDDADDDA";

    private const string Months = "ABCDEHLMPRST";

    /// <summary>Of two people whose codes would be the same one gets letters for digits (omocodia): the letter at place n stands for n.</summary>
    private const string DigitLetters = "LMNPQRSTUV";

    /// <summary>A woman's day of birth is written with 40 added.</summary>
    private const int AddedForWomen = 40;

    /// <summary>What the characters at the first, third… place count for: 0 to 9, where A to J count as the digits do, then K to Z.</summary>
    private static readonly int[] OddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    private TaxCode(string value) => Value = value;

    /// <summary>In capitals.</summary>
    public string Value { get; }

    /// <summary>Whether it is a person's.</summary>
    public bool IsOfPerson => Value.Length == Length;

    /// <summary>Reads a code in any case, with spaces.</summary>
    /// <exception cref="BusinessException">It is none: its form is another, or its check character does not fit.</exception>
    public static TaxCode Create(string text)
    {
        var code = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return ItalianCheckDigit.Holds(code) || (HasShape(code) && HasDay(code) && CheckCharacter(code) == code[^1])
            ? new(code)
            : throw CustomerErrors.InvalidTaxCode();
    }

    public override string ToString() => Value;

    private static bool HasShape(string code) => code.Length == Length && code.Zip(Shape).All(pair => pair.Second switch
    {
        'A' => char.IsAsciiLetterUpper(pair.First),
        'M' => Months.Contains(pair.First, StringComparison.Ordinal),
        _ => char.IsAsciiDigit(pair.First) || DigitLetters.Contains(pair.First, StringComparison.Ordinal),
    });

    private static bool HasDay(string code)
    {
        var day = DigitOf(code[9]) * 10 + DigitOf(code[10]);
        return day is >= 1 and <= 31 or >= AddedForWomen + 1 and <= AddedForWomen + 31;
    }

    private static int DigitOf(char character) => char.IsAsciiDigit(character)
        ? CharUnicodeInfo.GetDecimalDigitValue(character)
        : DigitLetters.IndexOf(character, StringComparison.Ordinal);

    private static char CheckCharacter(string code)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            var value = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A';
            sum += i % 2 == 0 ? OddValues[value] : value;
        }

        return (char)('A' + sum % 26);
    }
}
