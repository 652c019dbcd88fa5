using System.Globalization;

namespace MisterAssist.Domain.Shared;

/// <summary>An amount in euro, in whole cents; never floating point. Negative amounts are discounts and credits.</summary>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    /// <summary>Of an amount in text, in characters.</summary>
    public const int MaxLength = 16;

    /// <summary>Of an amount in text, as a regular expression that every language knows.</summary>
    public const string Pattern = @"^-?(0|[1-9][0-9]{0,11})\.[0-9]{2}$";

    private const int CentsInEuro = 100;
    private const int Decimals = 2;

    /// <summary>The largest amount that is taken from a caller: 99,999,999.99 euro.</summary>
    public static Money Largest { get; } = new(9_999_999_999);

    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    public static Money operator -(Money amount) => new(checked(-amount.Cents));

    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>That many times the amount, and no rounding.</summary>
    public Money Times(long count) => new(checked(Cents * count));

    /// <summary>A fraction of the amount, rounded to the cent, half away from zero: the one place where money is rounded.</summary>
    /// <param name="numerator">How many parts.</param>
    /// <param name="denominator">Of how many; greater than zero.</param>
    public Money Share(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var (twice, doubled) = ((Int128)Cents * numerator * 2, (Int128)denominator * 2);
        var half = twice < 0 ? -denominator : denominator;
        return new(checked((long)((twice + half) / doubled)));
    }

    /// <summary>So many hundredths of the amount, rounded to the cent, half away from zero.</summary>
    public Money Percent(int percent) => Share(percent, 100);

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out Money amount)
    {
        amount = default;
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text.AsSpan();
        var point = digits.Length - Decimals - 1;
        if (point < 1 || digits[point] != '.' || (digits[0] == '0' && point > 1) || text.Length > MaxLength)
            return false;
        if (digits[..point].ContainsAnyExceptInRange('0', '9') || digits[(point + 1)..].ContainsAnyExceptInRange('0', '9'))
            return false;

        var cents = (long.Parse(digits[..point], CultureInfo.InvariantCulture) * CentsInEuro)
            + long.Parse(digits[(point + 1)..], CultureInfo.InvariantCulture);
        amount = new(text[0] == '-' ? -cents : cents);
        return amount.ToString() == text;
    }

    /// <summary>Euro with two decimals, as in <c>-12.50</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Cents < 0 ? "-" : "")}{UInt128.CreateTruncating(Int128.Abs(Cents)) / CentsInEuro}.{(int)Int128.Abs(Cents % CentsInEuro):00}");
}

public static class Amounts
{
    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amountOf) =>
        items.Aggregate(Money.Zero, (sum, item) => sum + amountOf(item));
}
