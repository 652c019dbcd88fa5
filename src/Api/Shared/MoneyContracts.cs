using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Shared;

/// <summary>An amount of money.</summary>
internal sealed record MoneyRequest
{
    /// <summary>With two decimals, such as `12.50`; not negative.</summary>
    public required Money Amount { get; init; }

    public required Currency Currency { get; init; }

    public static MoneyRequest Of(Money amount) => new() { Amount = amount, Currency = Currency.Eur };
}

/// <summary>An amount of money. Discounts and credits are negative.</summary>
internal sealed record MoneyResponse
{
    /// <summary>With two decimals, such as `-12.50`.</summary>
    public required Money Amount { get; init; }

    public required Currency Currency { get; init; }

    public static MoneyResponse Of(Money amount) => new() { Amount = amount, Currency = Currency.Eur };
}

/// <summary>By its ISO 4217 code.</summary>
internal enum Currency
{
    Eur,
}
