using System.Globalization;

namespace MisterAssist.Domain.Invoices.Deliveries;

/// <summary>What makes the name of a file unique: a count from 1 in five digits and letters.</summary>
public readonly record struct Progressive(int Count)
{
    public const int Length = 5;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static Progressive Parse(string text) =>
        new(text.Aggregate(0, (count, digit) => checked((count * Digits.Length) + Digits.IndexOf(digit, StringComparison.Ordinal))));

    /// <summary>To base 36, with zeros in front.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Length];
        var rest = Count;
        for (var place = Length - 1; place >= 0; place--)
        {
            text[place] = Digits[rest % Digits.Length];
            rest /= Digits.Length;
        }

        return rest == 0 ? text.ToString() : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Count} files are too many."));
    }
}
