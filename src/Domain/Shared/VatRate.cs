namespace MisterAssist.Domain.Shared;

/// <summary>VAT, in whole percent.</summary>
public static class VatRate
{
    /// <summary>The rate of what has none of its own in Italy.</summary>
    public const int Ordinary = 22;

    /// <summary>The lowest that is taken from a caller: nothing is free of VAT by itself, customers are exempt, and say why.</summary>
    public const int Lowest = 1;

    /// <summary>The highest that is taken from a caller.</summary>
    public const int Highest = 30;
}
