namespace MisterAssist.Domain.Customers;

/// <summary>The check digit of eleven-digit Italian numbers: VAT numbers, and the tax codes of organisations.</summary>
internal static class ItalianCheckDigit
{
    public const int Length = 11;

    /// <summary>Whether these are eleven digits, not all zero, of which the last fits the others.</summary>
    public static bool Holds(ReadOnlySpan<char> number)
    {
        if (number.Length != Length || number.ContainsAnyExceptInRange('0', '9') || number.IndexOfAnyExcept('0') < 0)
            return false;

        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            // Every second digit counts double, the digits of what comes out added up.
            var digit = number[i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
        }

        return sum % 10 == 0;
    }
}
