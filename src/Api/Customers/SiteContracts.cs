using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Application.Customers;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Customers;

/// <summary>All that can be said of a place where work is done.</summary>
internal sealed record SiteRequest
{
    /// <summary>As the customer calls it.</summary>
    [StringLength(SiteDetails.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    public required AddressRequest Address { get; init; }

    /// <summary>IANA id of what its clocks show; `Europe/Rome` where it is not said.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? TimeZone { get; init; }

    /// <summary>What a technician should know before they go.</summary>
    [StringLength(SiteDetails.MaxNotesLength, MinimumLength = 1)]
    public string? Notes { get; init; }

    public static SiteRequest Of(SiteDetails details) => new()
    {
        Name = details.Name,
        Address = AddressRequest.Of(details.Address),
        TimeZone = details.Zone.Id,
        Notes = details.Notes,
    };

    public GivenSite ToGiven() => new(Name, Address.ToGiven(), TimeZone ?? Company.Zone.Id, Notes);
}

/// <summary>A place of a customer's where work is done.</summary>
internal sealed record SiteResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>As the customer calls it.</summary>
    [StringLength(SiteDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    public required AddressResponse Address { get; init; }

    /// <summary>IANA id of what its clocks show.</summary>
    [StringLength(64)]
    public required string TimeZone { get; init; }

    /// <summary>What a technician should know before they go; null for nothing.</summary>
    [StringLength(SiteDetails.MaxNotesLength)]
    public required string? Notes { get; init; }

    /// <summary>When it was added.</summary>
    public required Instant CreatedAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static SiteResponse Of(Site site) => new()
    {
        Id = site.Id.ToString(),
        CustomerId = site.Customer.ToString(),
        Name = site.Details.Name,
        Address = AddressResponse.Of(site.Details.Address),
        TimeZone = site.Details.Zone.Id,
        Notes = site.Details.Notes,
        CreatedAt = site.CreatedAt,
        Number = site.Version,
    };
}
