using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Api.Technicians;

/// <summary>All that can be said of a technician.</summary>
internal sealed record TechnicianRequest
{
    /// <summary>As customers are to read it.</summary>
    [StringLength(TechnicianDetails.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Never shown to customers and partners.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public string? Email { get; init; }

    public static TechnicianRequest Of(SeenTechnician technician) => new() { Name = technician.Name, Email = technician.Email };

    public GivenTechnician ToGiven() => new(Name, Email);
}

/// <summary>A person who does the work.</summary>
internal sealed record TechnicianResponse : IVersioned
{
    /// <summary>Their id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>As customers read it.</summary>
    [StringLength(TechnicianDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>Null where it is not known, and for whoever is not of the staff.</summary>
    [StringLength(CustomerDetails.MaxEmailLength)]
    public required string? Email { get; init; }

    /// <summary>When they were taken on.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was recorded that they have left; null while they can be planned.</summary>
    public required Instant? RetiredAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static TechnicianResponse Of(SeenTechnician technician) => new()
    {
        Id = technician.Id.ToString(),
        Name = technician.Name,
        Email = technician.Email,
        CreatedAt = technician.CreatedAt,
        RetiredAt = technician.RetiredAt,
        Number = technician.Version,
    };
}

internal sealed class TechnicianKind : IResourceKind
{
    public static string Prefix => TechnicianId.Prefix;
}
