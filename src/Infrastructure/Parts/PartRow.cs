using MisterAssist.Domain.Parts;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Parts;

internal sealed class PartRow
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public string CodeFolded => FoldedText.OfCode(Code);

    public required string NameIt { get; init; }

    public string NameItFolded => FoldedText.Of(NameIt);

    public required string NameEn { get; init; }

    public string NameEnFolded => FoldedText.Of(NameEn);

    public required long UnitPriceCents { get; init; }

    public required int VatPercent { get; init; }

    public required string CreatedAt { get; init; }

    public string? RetiredAt { get; init; }

    public required long Version { get; init; }

    public static PartRow From(Part part) => new()
    {
        Id = DbText.From(part.Id.Value),
        Code = part.Details.Code,
        NameIt = part.Details.Name.It,
        NameEn = part.Details.Name.En,
        UnitPriceCents = part.Details.UnitPrice.Cents,
        VatPercent = part.Details.VatPercent,
        CreatedAt = DbText.From(part.CreatedAt),
        RetiredAt = DbText.From(part.RetiredAt),
        Version = part.Version,
    };

    public Part ToPart() => Part.FromState(
        new(DbText.ToId(Id)),
        new(Code, new(NameIt, NameEn), new(UnitPriceCents), VatPercent),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(RetiredAt),
        Version);
}
