using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Parts;

/// <summary>All of a part that can change.</summary>
/// <param name="Code">What it is ordered by; whatever its case, no other part that can be fitted has it.</param>
/// <param name="Name">As customers read it.</param>
/// <param name="UnitPrice">Of one, before VAT. What was fitted before keeps the price that it had.</param>
/// <param name="VatPercent">On its price.</param>
public sealed record PartDetails(string Code, LocalizedText Name, Money UnitPrice, int VatPercent)
{
    public const int MaxCodeLength = 40;
}

/// <summary>A part that can be fitted.</summary>
/// <remarks>Retired, it is kept, since what was fitted goes on naming it, and is neither fitted nor changed any more.</remarks>
public sealed class Part
{
    private Part(PartId id, PartDetails details, Instant createdAt, Instant? retiredAt, long version) =>
        (Id, Details, CreatedAt, RetiredAt, Version) = (id, details, createdAt, retiredAt, version);

    public PartId Id { get; }

    public PartDetails Details { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>Null while it can be fitted.</summary>
    public Instant? RetiredAt { get; private set; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    public static Part Add(PartDetails details, Instant at) => new(PartId.New(at), details, at, null, 1);

    /// <summary>For persistence only.</summary>
    public static Part FromState(PartId id, PartDetails details, Instant createdAt, Instant? retiredAt, long version) =>
        new(id, details, createdAt, retiredAt, version);

    /// <summary>Takes other details. Where they are the same it is no change, and the version stays.</summary>
    /// <exception cref="BusinessException">It was retired.</exception>
    public void Change(PartDetails details)
    {
        if (RetiredAt is not null)
            throw PartErrors.Retired();

        if (details != Details)
            (Details, Version) = (details, Version + 1);
    }

    /// <exception cref="BusinessException">It was retired before.</exception>
    public void Retire(Instant at)
    {
        if (RetiredAt is not null)
            throw PartErrors.NotFound();

        (RetiredAt, Version) = (at, Version + 1);
    }
}
