using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Api.Customers;

/// <summary>All that can be said of a person to talk to.</summary>
internal sealed record ContactRequest
{
    [StringLength(ContactDetails.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    [StringLength(CustomerDetails.MaxEmailLength)]
    public string? Email { get; init; }

    /// <summary>Digits, with a plus sign before them and spaces, dots, strokes, brackets or hyphens between.</summary>
    [StringLength(CustomerDetails.MaxPhoneLength)]
    public string? Phone { get; init; }

    /// <summary>What they do at the customer's, in words.</summary>
    [StringLength(ContactDetails.MaxRoleLength, MinimumLength = 1)]
    public string? Role { get; init; }

    /// <summary>The site where they are, one of the customer's; at none in particular where it is not said.</summary>
    public WireId<SiteKind>? SiteId { get; init; }

    public static ContactRequest Of(ContactDetails details) => new()
    {
        Name = details.Name,
        Email = details.Email,
        Phone = details.Phone,
        Role = details.Role,
        SiteId = details.Site is { } site ? new(site.Value) : null,
    };

    public GivenContact ToGiven() => new(Name, Email, Phone, Role, SiteId is { } site ? new SiteId(site.Value) : null);
}

/// <summary>A person to talk to at a customer's.</summary>
internal sealed record ContactResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>At whose they are.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    [StringLength(ContactDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public required string? Email { get; init; }

    /// <summary>Null where it is not known.</summary>
    [StringLength(CustomerDetails.MaxPhoneLength)]
    public required string? Phone { get; init; }

    /// <summary>What they do at the customer's, in words; null where it is not known.</summary>
    [StringLength(ContactDetails.MaxRoleLength)]
    public required string? Role { get; init; }

    /// <summary>The site where they are; null for none in particular.</summary>
    [StringLength(30)]
    public required string? SiteId { get; init; }

    /// <summary>When they were added.</summary>
    public required Instant CreatedAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static ContactResponse Of(Contact contact) => new()
    {
        Id = contact.Id.ToString(),
        CustomerId = contact.Customer.ToString(),
        Name = contact.Details.Name,
        Email = contact.Details.Email,
        Phone = contact.Details.Phone,
        Role = contact.Details.Role,
        SiteId = contact.Details.Site?.ToString(),
        CreatedAt = contact.CreatedAt,
        Number = contact.Version,
    };
}
