using System.ComponentModel.DataAnnotations;
using MisterAssist.Application.Customers;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Api.Customers;

/// <summary>How VAT is charged to a customer.</summary>
internal sealed record TaxationRequest
{
    /// <summary>Whether the customer pays the VAT to the tax office itself, as public bodies do; false where it is not said.</summary>
    public bool? SplitPayment { get; init; }

    /// <summary>Why no VAT is charged; null where it is.</summary>
    public VatExemptionRequest? Exemption { get; init; }

    public static TaxationRequest Of(Taxation taxation) => new()
    {
        SplitPayment = taxation.SplitPayment,
        Exemption = taxation.Exemption is { } exemption ? new() { Nature = exemption.Nature, Reference = exemption.Reference } : null,
    };

    public GivenTaxation ToGiven() => new(SplitPayment ?? false, Exemption?.Nature, Exemption?.Reference);
}

/// <summary>Why no VAT is charged to a customer.</summary>
internal sealed record VatExemptionRequest
{
    /// <summary>The exchange system's code (`Natura`), such as `N3.5`; `N2`, `N3` and `N6` only with what follows the point.</summary>
    [StringLength(VatExemption.MaxNatureLength, MinimumLength = 2)]
    public required string Nature { get; init; }

    /// <summary>The law or the declaration of intent, as the invoice shows it.</summary>
    [StringLength(VatExemption.MaxReferenceLength, MinimumLength = 1)]
    public required string Reference { get; init; }
}

/// <summary>How VAT is charged to a customer.</summary>
internal sealed record TaxationResponse
{
    /// <summary>Whether the customer pays the VAT to the tax office itself.</summary>
    public required bool SplitPayment { get; init; }

    /// <summary>Why no VAT is charged; null where it is.</summary>
    public required VatExemptionResponse? Exemption { get; init; }

    public static TaxationResponse Of(Taxation taxation) => new()
    {
        SplitPayment = taxation.SplitPayment,
        Exemption = taxation.Exemption is { } exemption ? new() { Nature = exemption.Nature, Reference = exemption.Reference } : null,
    };
}

/// <summary>Why no VAT is charged to a customer.</summary>
internal sealed record VatExemptionResponse
{
    /// <summary>The exchange system's code (`Natura`).</summary>
    [StringLength(VatExemption.MaxNatureLength)]
    public required string Nature { get; init; }

    /// <summary>The law or the declaration of intent.</summary>
    [StringLength(VatExemption.MaxReferenceLength)]
    public required string Reference { get; init; }
}
