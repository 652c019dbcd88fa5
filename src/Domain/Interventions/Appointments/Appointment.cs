using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Appointments;

/// <summary>When an intervention is to begin, and who is to do it: a commitment.</summary>
/// <param name="Slot">When.</param>
/// <param name="Technicians">Who; at least one.</param>
/// <param name="MadeAt">When it was agreed on, or last moved: delay is counted with the closures that were announced then.</param>
/// <param name="WishedByCustomer">Whether the customer wanted that time: then presence before it is not late.</param>
/// <param name="Moves">How it was moved, in order.</param>
public sealed record Appointment(
    Slot Slot, IReadOnlyList<TechnicianId> Technicians, Instant MadeAt, bool WishedByCustomer, IReadOnlyList<AppointmentMove> Moves)
{
    public const int MaxTechnicians = 10;

    /// <summary>How often one can be moved.</summary>
    public const int MaxMoves = 100;
}

/// <summary>A stretch of real time.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Length">Longer than zero.</param>
public sealed record Slot(Instant From, Duration Length)
{
    /// <summary>The longest that can be agreed on: a day.</summary>
    public static Duration Longest { get; } = Duration.FromHours(24);

    /// <summary>Exclusive.</summary>
    public Instant To => From + Length;

    /// <summary>The same, but not over at an instant: who is still at work then is not free yet.</summary>
    public Slot LastingPast(Instant at) => To > at ? this : new(From, at - From + Duration.Epsilon);

    public bool Overlaps(Slot other) => From < other.To && other.From < To;
}

/// <summary>That an appointment was moved.</summary>
/// <param name="Before">When it was to be.</param>
/// <param name="After">When it is to be instead.</param>
/// <param name="Cause">Why it may be moved.</param>
/// <param name="Reason">In words.</param>
/// <param name="AskedBy">Who wanted it, by name.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record AppointmentMove(Slot Before, Slot After, MoveCause Cause, string Reason, string AskedBy, Actor Actor, Instant At);

/// <summary>Why an appointment is moved or called off.</summary>
public enum MoveCause
{
    /// <summary>The customer asked for it.</summary>
    CustomerRequest,

    /// <summary>Something exceptional that nobody could foresee.</summary>
    Exceptional,

    /// <summary>Anything else, which an appointment is not moved for: it is always refused.</summary>
    Other,
}
