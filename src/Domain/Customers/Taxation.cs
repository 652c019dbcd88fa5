using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>How VAT is charged to a customer.</summary>
public sealed record Taxation
{
    private Taxation(bool splitPayment, VatExemption? exemption) => (SplitPayment, Exemption) = (splitPayment, exemption);

    /// <summary>At the rates of what is sold, and paid to us.</summary>
    public static Taxation Ordinary { get; } = new(false, null);

    /// <summary>Whether the customer pays the VAT to the tax office itself, as public bodies do.</summary>
    public bool SplitPayment { get; }

    /// <summary>Why no VAT is charged; null where it is.</summary>
    public VatExemption? Exemption { get; }

    /// <exception cref="BusinessException">Both are given: without VAT there is none to be split.</exception>
    public static Taxation Create(bool splitPayment, VatExemption? exemption) =>
        splitPayment && exemption is not null ? throw CustomerErrors.SplitAndExempt() : FromState(splitPayment, exemption);

    /// <summary>For persistence only.</summary>
    public static Taxation FromState(bool splitPayment, VatExemption? exemption) => new(splitPayment, exemption);
}

/// <summary>Why no VAT is charged to a customer.</summary>
public sealed record VatExemption
{
    public const int MaxNatureLength = 4;

    /// <summary>As an electronic invoice has room for.</summary>
    public const int MaxReferenceLength = 100;

    /// <remarks>N2, N3 and N6 without more are not taken by the exchange system any more (its check 00445).</remarks>
    private static readonly HashSet<string> Natures =
    [
        "N1", "N2.1", "N2.2", "N3.1", "N3.2", "N3.3", "N3.4", "N3.5", "N3.6", "N4", "N5", "N6.1", "N6.2", "N6.3", "N6.4", "N6.5", "N6.6", "N6.7",
        "N6.8", "N6.9", "N7",
    ];

    private VatExemption(string nature, string reference) => (Nature, Reference) = (nature, reference);

    /// <summary>The exchange system's code (<c>Natura</c>).</summary>
    public string Nature { get; }

    /// <summary>The law or the declaration of intent, as the invoice shows it.</summary>
    public string Reference { get; }

    /// <exception cref="BusinessException">There is no such code.</exception>
    public static VatExemption Create(string nature, string reference) =>
        Natures.Contains(nature) ? FromState(nature, reference.Trim()) : throw CustomerErrors.UnknownNature(nature);

    /// <summary>For persistence only.</summary>
    public static VatExemption FromState(string nature, string reference) => new(nature, reference);
}
