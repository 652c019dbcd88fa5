using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Parts;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Parts;

/// <summary>All that can be said of a part.</summary>
internal sealed record PartRequest
{
    /// <summary>What it is ordered by; whatever its case, no other part of the catalogue has it.</summary>
    [StringLength(PartDetails.MaxCodeLength, MinimumLength = 1)]
    public required string Code { get; init; }

    /// <summary>As customers are to read it.</summary>
    public required LocalizedTextRequest Name { get; init; }

    /// <summary>Of one, before VAT.</summary>
    public required MoneyRequest UnitPrice { get; init; }

    /// <summary>On its price; 22 where it is not said.</summary>
    [Range(VatRate.Lowest, VatRate.Highest)]
    public int? VatPercent { get; init; }

    public static PartRequest Of(PartDetails details) => new()
    {
        Code = details.Code,
        Name = new() { It = details.Name.It, En = details.Name.En },
        UnitPrice = MoneyRequest.Of(details.UnitPrice),
        VatPercent = details.VatPercent,
    };

    public GivenPart ToGiven() => new(Code, Name.ToText(), UnitPrice.Amount, VatPercent ?? VatRate.Ordinary);
}

/// <summary>A part of the catalogue.</summary>
internal sealed record PartResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What it is ordered by.</summary>
    [StringLength(PartDetails.MaxCodeLength)]
    public required string Code { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    /// <summary>Of one, before VAT, from now on: what was fitted before keeps the price that it had.</summary>
    public required MoneyResponse UnitPrice { get; init; }

    /// <summary>On its price.</summary>
    [Range(VatRate.Lowest, VatRate.Highest)]
    public required int VatPercent { get; init; }

    /// <summary>When it was added.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was retired; null while it can be fitted.</summary>
    public required Instant? RetiredAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static PartResponse Of(Part part) => new()
    {
        Id = part.Id.ToString(),
        Code = part.Details.Code,
        Name = LocalizedTextResponse.Of(part.Details.Name),
        UnitPrice = MoneyResponse.Of(part.Details.UnitPrice),
        VatPercent = part.Details.VatPercent,
        CreatedAt = part.CreatedAt,
        RetiredAt = part.RetiredAt,
        Number = part.Version,
    };
}

internal sealed class PartKind : IResourceKind
{
    public static string Prefix => PartId.Prefix;
}
