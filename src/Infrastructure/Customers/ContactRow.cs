using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class ContactRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Role { get; init; }

    public string? SiteId { get; init; }

    public required string CreatedAt { get; init; }

    public string? RemovedAt { get; init; }

    public required long Version { get; init; }

    public static ContactRow From(Contact contact) => new()
    {
        Id = DbText.From(contact.Id.Value),
        CustomerId = DbText.From(contact.Customer.Value),
        Name = contact.Details.Name,
        Email = contact.Details.Email,
        Phone = contact.Details.Phone,
        Role = contact.Details.Role,
        SiteId = DbText.From(contact.Details.Site?.Value),
        CreatedAt = DbText.From(contact.CreatedAt),
        RemovedAt = DbText.From(contact.RemovedAt),
        Version = contact.Version,
    };

    public Contact ToContact() => Contact.FromState(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        new(Name, Email, Phone, Role, SiteId is null ? null : new(DbText.ToId(SiteId))),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(RemovedAt),
        Version);
}
