using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Parts;

/// <summary>Parts that are right as they come: a test sets only what matters to it.</summary>
public static class PartSamples
{
    public static readonly Instant CreatedAt = Moments.Utc("2026-11-20T18:30:00.123456Z");

    public static PartDetails Details(
        string code = "SSD-1", string it = "Disco", string en = "Drive", long cents = 8950, int vat = VatRate.Ordinary) =>
        new(code, new(it, en), new(cents), vat);

    public static Part Part(PartDetails? details = null, Instant? at = null) => Domain.Parts.Part.Add(details ?? Details(), at ?? CreatedAt);

    public static Part Retired(PartDetails? details = null)
    {
        var part = Part(details);
        part.Retire(CreatedAt + Duration.FromDays(1));
        return part;
    }
}
