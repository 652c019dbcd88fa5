using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Figures;

internal sealed class FigureRow
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public string? StartsAt { get; init; }

    public string? ArrivedAt { get; init; }

    public string? Appointment { get; init; }

    public string? Ending { get; init; }

    public int? Score { get; init; }

    public PastAppointment ToAppointment() => new(
        new(DbText.ToId(Id)),
        DbText.ToInstant(StartsAt!),
        DbText.ToInstantOrNull(ArrivedAt),
        DbText.ToEnum<InterventionStatus>(Status),
        DomainJson.FromTextOrNull<Ending>(Ending)?.Cause,
        DomainJson.FromText<Appointment>(Appointment!).Moves);

    /// <summary>Whoever worked did it; where nobody could, whoever came.</summary>
    public DoneIntervention ToDone()
    {
        TechnicianId[] worked = [.. DomainJson.FromText<Ending>(Ending!).TimeEntries.Select(entry => entry.Technician).Distinct()];
        return new(worked.Length > 0 ? worked : DomainJson.FromTextOrNull<Appointment>(Appointment)?.Technicians ?? [], Score);
    }
}
