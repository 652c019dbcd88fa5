using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using NodaTime;

namespace MisterAssist.Domain.Figures;

/// <summary>What became of an appointment.</summary>
/// <param name="Id">Of its intervention.</param>
/// <param name="StartsAt">When it was to begin, as was agreed on last.</param>
/// <param name="ArrivedAt">When a technician was there; null where nobody was, or has not been yet.</param>
/// <param name="Status">Of its intervention.</param>
/// <param name="CalledOffFor">Why it was called off; null where it was not, or its ticket ended.</param>
/// <param name="Moves">How it was moved, in order.</param>
public sealed record PastAppointment(
    InterventionId Id, Instant StartsAt, Instant? ArrivedAt, InterventionStatus Status, MoveCause? CalledOffFor,
    IReadOnlyList<AppointmentMove> Moves);

/// <summary>How appointments were kept.</summary>
/// <param name="Appointments">How many there were; each is kept in time, kept late, called off or still open.</param>
/// <param name="KeptInTime">A technician was there when it was to begin, or before.</param>
/// <param name="KeptLate">A technician was there later.</param>
/// <param name="CalledOff">By cause; under null those whose ticket ended.</param>
/// <param name="StillOpen">Nobody was there, and nobody called it off.</param>
/// <param name="Moves">All of them, in the order in which they were made.</param>
public sealed record AppointmentFigures(
    int Appointments, int KeptInTime, int KeptLate, IReadOnlyList<(MoveCause? Cause, int Count)> CalledOff, int StillOpen,
    IReadOnlyList<RecordedMove> Moves)
{
    public static AppointmentFigures Of(IReadOnlyCollection<PastAppointment> appointments)
    {
        var calledOff = appointments.Where(a => a.Status == InterventionStatus.Cancelled).ToList();
        var kept = appointments.Except(calledOff).Where(a => a.ArrivedAt is not null).ToList();
        var late = kept.Count(a => a.ArrivedAt > a.StartsAt);
        return new(
            appointments.Count,
            kept.Count - late,
            late,
            [.. calledOff.GroupBy(a => a.CalledOffFor).Select(cause => (cause.Key, cause.Count()))],
            appointments.Count - calledOff.Count - kept.Count,
            [
                .. from appointment in appointments
                   from move in appointment.Moves
                   orderby move.At, appointment.Id.Value
                   select new RecordedMove(appointment.Id, move),
            ]);
    }

    /// <summary>How many were called off for a cause; null for the end of the ticket.</summary>
    public int CalledOffFor(MoveCause? cause) => CalledOff.Where(counted => counted.Cause == cause).Sum(counted => counted.Count);

    /// <summary>How many moves were made for a cause.</summary>
    public int MovedFor(MoveCause cause) => Moves.Count(recorded => recorded.Move.Cause == cause);
}

/// <summary>That the appointment of an intervention was moved.</summary>
public sealed record RecordedMove(InterventionId Id, AppointmentMove Move);
