using MisterAssist.Domain.Events;
using NodaTime;

namespace MisterAssist.Domain.Customers;

/// <summary>All of a contact that can change.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Email">Null where it is not known.</param>
/// <param name="Phone">Null where it is not known.</param>
/// <param name="Role">What they do at the customer's, in words; null where it is not known.</param>
/// <param name="Site">Where they are; null where at no site in particular.</param>
public sealed record ContactDetails(string Name, string? Email, string? Phone, string? Role, SiteId? Site)
{
    public const int MaxNameLength = 80;
    public const int MaxRoleLength = 80;
}

/// <summary>A person to talk to at a customer's.</summary>
/// <remarks>Removed, they are no longer there for anybody; what named them still does.</remarks>
public sealed class Contact
{
    private Contact(ContactId id, CustomerId customer, ContactDetails details, Instant createdAt, Instant? removedAt, long version) =>
        (Id, Customer, Details, CreatedAt, RemovedAt, Version) = (id, customer, details, createdAt, removedAt, version);

    public ContactId Id { get; }

    public CustomerId Customer { get; }

    public ContactDetails Details { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>Null while they are there.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    public static Contact Add(CustomerId customer, ContactDetails details, Instant at) =>
        new(ContactId.New(at), customer, details, at, null, 1);

    /// <summary>For persistence only.</summary>
    public static Contact FromState(
        ContactId id, CustomerId customer, ContactDetails details, Instant createdAt, Instant? removedAt, long version) =>
        new(id, customer, details, createdAt, removedAt, version);

    /// <summary>Takes other details, and gives the names of those that differ; none where they are the same, and then it is no change.</summary>
    public IReadOnlyList<Change> Change(ContactDetails details)
    {
        (string Field, bool Differs)[] fields =
        [
            ("name", details.Name != Details.Name),
            ("email", details.Email != Details.Email),
            ("phone", details.Phone != Details.Phone),
            ("role", details.Role != Details.Role),
            ("siteId", details.Site != Details.Site),
        ];
        Change[] changes = [.. from field in fields where field.Differs select new Change(field.Field, null, null)];
        if (changes.Length > 0)
            (Details, Version) = (details, Version + 1);
        return changes;
    }

    /// <exception cref="Shared.BusinessException">They were removed before.</exception>
    public void Remove(Instant at)
    {
        if (RemovedAt is not null)
            throw CustomerErrors.ContactNotFound();

        (RemovedAt, Version) = (at, Version + 1);
    }
}
