using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Technicians;

/// <summary>A technician as somebody may see them: whoever is not of the staff reads the name, and no address.</summary>
public sealed record SeenTechnician(TechnicianId Id, string Name, string? Email, Instant CreatedAt, Instant? RetiredAt, long Version)
{
    public static SeenTechnician By(Actor reader, Technician technician) => new(
        technician.Id,
        technician.Details.Name,
        reader.Kind == ActorKind.Staff ? technician.Details.Email : null,
        technician.CreatedAt,
        technician.RetiredAt,
        technician.Version);
}
