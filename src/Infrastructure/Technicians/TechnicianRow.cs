using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Technicians;

internal sealed class TechnicianRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public required string CreatedAt { get; init; }

    public string? RetiredAt { get; init; }

    public required long Version { get; init; }

    public static TechnicianRow From(Technician technician) => new()
    {
        Id = DbText.From(technician.Id.Value),
        Name = technician.Details.Name,
        Email = technician.Details.Email,
        CreatedAt = DbText.From(technician.CreatedAt),
        RetiredAt = DbText.From(technician.RetiredAt),
        Version = technician.Version,
    };

    public Technician ToTechnician() => Technician.FromState(
        new(DbText.ToId(Id)), new(Name, Email), DbText.ToInstant(CreatedAt), DbText.ToInstantOrNull(RetiredAt), Version);
}
