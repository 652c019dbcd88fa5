using System.Text.Json.Nodes;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Parts;

/// <summary>What the documentation shows: a drive of no maker.</summary>
internal static class PartExamples
{
    private static readonly Money Price = new(8950);

    public static PartRequest Request { get; } = new()
    {
        Code = "SSD-1TB",
        Name = new() { It = "Disco a stato solido da 1 TB", En = "Solid-state drive, 1 TB" },
        UnitPrice = MoneyRequest.Of(Price),
        VatPercent = VatRate.Ordinary,
    };

    public static PartResponse Part { get; } = new()
    {
        Id = "prt_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Code = Request.Code,
        Name = LocalizedTextResponse.Of(Request.Name.ToText()),
        UnitPrice = MoneyResponse.Of(Price),
        VatPercent = VatRate.Ordinary,
        CreatedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
        RetiredAt = null,
    };

    public static JsonObject Patch => new() { ["unitPrice"] = new JsonObject { ["amount"] = "79.90" } };

    public static PageResponse<PartResponse> Page { get; } = new() { Data = [Part], NextCursor = null };
}
