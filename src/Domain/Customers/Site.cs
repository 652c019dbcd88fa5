using MisterAssist.Domain.Events;
using NodaTime;

namespace MisterAssist.Domain.Customers;

/// <summary>All of a site that can change.</summary>
/// <param name="Name">As the customer calls it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Zone">What its clocks show.</param>
/// <param name="Notes">What a technician should know before they go; null for nothing.</param>
public sealed record SiteDetails(string Name, PostalAddress Address, DateTimeZone Zone, string? Notes)
{
    public const int MaxNameLength = 80;
    public const int MaxNotesLength = 1000;
}

/// <summary>A place of a customer's where work is done.</summary>
/// <remarks>Removed, it is no longer there for anybody; what named it still does.</remarks>
public sealed class Site
{
    private Site(SiteId id, CustomerId customer, SiteDetails details, Instant createdAt, Instant? removedAt, long version) =>
        (Id, Customer, Details, CreatedAt, RemovedAt, Version) = (id, customer, details, createdAt, removedAt, version);

    public SiteId Id { get; }

    public CustomerId Customer { get; }

    public SiteDetails Details { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>Null while it is there.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    public static Site Open(CustomerId customer, SiteDetails details, Instant at) => new(SiteId.New(at), customer, details, at, null, 1);

    /// <summary>For persistence only.</summary>
    public static Site FromState(SiteId id, CustomerId customer, SiteDetails details, Instant createdAt, Instant? removedAt, long version) =>
        new(id, customer, details, createdAt, removedAt, version);

    /// <summary>Takes other details, and gives the names of those that differ; none where they are the same, and then it is no change.</summary>
    public IReadOnlyList<Change> Change(SiteDetails details)
    {
        (string Field, bool Differs)[] fields =
        [
            ("name", details.Name != Details.Name),
            ("address", details.Address != Details.Address),
            ("timeZone", !details.Zone.Equals(Details.Zone)),
            ("notes", details.Notes != Details.Notes),
        ];
        Change[] changes = [.. from field in fields where field.Differs select new Change(field.Field, null, null)];
        if (changes.Length > 0)
            (Details, Version) = (details, Version + 1);
        return changes;
    }

    /// <exception cref="Shared.BusinessException">It was removed before.</exception>
    public void Remove(Instant at)
    {
        if (RemovedAt is not null)
            throw CustomerErrors.SiteNotFound();

        (RemovedAt, Version) = (at, Version + 1);
    }
}
