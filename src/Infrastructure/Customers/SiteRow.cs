using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SiteRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    public required string Street { get; init; }

    public required string PostalCode { get; init; }

    public required string City { get; init; }

    public string? Province { get; init; }

    public required string Country { get; init; }

    public required string TimeZone { get; init; }

    public string? Notes { get; init; }

    public required string CreatedAt { get; init; }

    public string? RemovedAt { get; init; }

    public required long Version { get; init; }

    public static SiteRow From(Site site) => new()
    {
        Id = DbText.From(site.Id.Value),
        CustomerId = DbText.From(site.Customer.Value),
        Name = site.Details.Name,
        Street = site.Details.Address.Street,
        PostalCode = site.Details.Address.PostalCode,
        City = site.Details.Address.City,
        Province = site.Details.Address.Province,
        Country = site.Details.Address.Country.Value,
        TimeZone = site.Details.Zone.Id,
        Notes = site.Details.Notes,
        CreatedAt = DbText.From(site.CreatedAt),
        RemovedAt = DbText.From(site.RemovedAt),
        Version = site.Version,
    };

    public Site ToSite() => Site.FromState(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        new(
            Name,
            PostalAddress.FromState(Street, PostalCode, City, Province, Country),
            DateTimeZoneProviders.Tzdb[TimeZone],
            Notes),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(RemovedAt),
        Version);
}
