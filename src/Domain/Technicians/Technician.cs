using NodaTime;

namespace MisterAssist.Domain.Technicians;

/// <summary>All of a technician that can change.</summary>
/// <param name="Name">As customers read it on appointments and reports.</param>
/// <param name="Email">For the company alone; null where it is not known.</param>
public sealed record TechnicianDetails(string Name, string? Email)
{
    public const int MaxNameLength = 100;
}

/// <summary>A person who does the work.</summary>
/// <remarks>Who has left is kept, since reports go on naming them, and can be neither planned nor changed any more.</remarks>
public sealed class Technician
{
    private Technician(TechnicianId id, TechnicianDetails details, Instant createdAt, Instant? retiredAt, long version) =>
        (Id, Details, CreatedAt, RetiredAt, Version) = (id, details, createdAt, retiredAt, version);

    public TechnicianId Id { get; }

    public TechnicianDetails Details { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>Null while they can be planned.</summary>
    public Instant? RetiredAt { get; private set; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    public static Technician TakeOn(TechnicianDetails details, Instant at) => new(TechnicianId.New(at), details, at, null, 1);

    /// <summary>For persistence only.</summary>
    public static Technician FromState(TechnicianId id, TechnicianDetails details, Instant createdAt, Instant? retiredAt, long version) =>
        new(id, details, createdAt, retiredAt, version);

    /// <summary>Takes other details. Where they are the same it is no change, and the version stays.</summary>
    /// <exception cref="Shared.BusinessException">They have left.</exception>
    public void Change(TechnicianDetails details)
    {
        if (RetiredAt is not null)
            throw TechnicianErrors.Retired();

        if (details != Details)
            (Details, Version) = (details, Version + 1);
    }

    /// <exception cref="Shared.BusinessException">They have left before.</exception>
    public void Retire(Instant at)
    {
        if (RetiredAt is not null)
            throw TechnicianErrors.NotFound();

        (RetiredAt, Version) = (at, Version + 1);
    }
}
