using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Interventions;

/// <content>When it is to be, and by whom.</content>
public sealed partial class Intervention
{
    /// <summary>Agrees on a time. From then on that is a commitment.</summary>
    /// <param name="slot">In the future.</param>
    /// <param name="technicians">Who comes; whether they are free is asked before.</param>
    /// <param name="wishedByCustomer">Whether the customer wanted that time.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It has a time already, has begun or ended, or the time is in the past.</exception>
    public void Plan(Slot slot, IReadOnlyList<TechnicianId> technicians, bool wishedByCustomer, Deed on)
    {
        on.Actor.RefuseUnlessStaff("make appointments");
        _state.RefuseUnlessLegal(InterventionMove.Plan);
        RefuseSlot(slot, technicians, on);

        Conclude(
            _state with { Appointment = new(slot, technicians, on.At, wishedByCustomer, []) }, InterventionEvents.Planned, on,
            [new("startsAt", null, Text(slot)), new("technicianIds", null, string.Join(' ', technicians))]);
    }

    /// <summary>Moves the appointment, which is done only because the customer asks, or for something exceptional that nobody could foresee.</summary>
    /// <param name="slot">In the future.</param>
    /// <param name="technicians">Who comes then.</param>
    /// <param name="cause">Why it may be moved.</param>
    /// <param name="reason">In words.</param>
    /// <param name="askedBy">Who wanted it.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">There is no appointment, a technician has set out, or it is moved for anything else.</exception>
    public void Move(Slot slot, IReadOnlyList<TechnicianId> technicians, MoveCause cause, string reason, string askedBy, Deed on)
    {
        on.Actor.RefuseUnlessStaff("move appointments");
        _state.RefuseUnlessLegal(InterventionMove.Move);
        if (cause == MoveCause.Other)
            throw InterventionErrors.AppointmentKept();
        RefuseSlot(slot, technicians, on);
        var before = _state.Appointment!;
        if (before.Moves.Count >= Appointment.MaxMoves)
            throw InterventionErrors.TooManyMoves();

        var move = new AppointmentMove(before.Slot, slot, cause, reason, askedBy, on.Actor, on.At);
        var moved = new Appointment(slot, technicians, on.At, cause == MoveCause.CustomerRequest, [.. before.Moves, move]);
        Conclude(
            _state with { Appointment = moved }, InterventionEvents.Moved, on,
            [.. Differences(before, moved), new("cause", null, SnakeCase.Of(cause)), new("askedBy", null, askedBy)], reason);
    }

    /// <summary>Somebody else comes, at the same time.</summary>
    /// <exception cref="BusinessException">There is no appointment, or a technician has set out.</exception>
    public void Reassign(IReadOnlyList<TechnicianId> technicians, Deed on)
    {
        on.Actor.RefuseUnlessStaff("make appointments");
        _state.RefuseUnlessLegal(InterventionMove.Reassign);
        RefuseTwice(technicians);
        var before = _state.Appointment!;

        Conclude(
            _state with { Appointment = before with { Technicians = technicians } }, InterventionEvents.Reassigned, on,
            [new("technicianIds", string.Join(' ', before.Technicians), string.Join(' ', technicians))]);
    }

    private static IEnumerable<Change> Differences(Appointment before, Appointment after)
    {
        yield return new("startsAt", Text(before.Slot), Text(after.Slot));
        if (before.Slot.Length != after.Slot.Length)
            yield return new("duration", Text(before.Slot.Length), Text(after.Slot.Length));
        if (!before.Technicians.SequenceEqual(after.Technicians))
            yield return new("technicianIds", string.Join(' ', before.Technicians), string.Join(' ', after.Technicians));
    }

    private static void RefuseSlot(Slot slot, IReadOnlyList<TechnicianId> technicians, Deed on)
    {
        if (slot.From < on.At)
            throw TicketErrors.StartInThePast(on.At);
        RefuseTwice(technicians);
    }

    private static void RefuseTwice(IReadOnlyList<TechnicianId> technicians)
    {
        if (technicians.Distinct().Count() < technicians.Count)
            throw InterventionErrors.TechnicianTwice();
    }

    private static string Text(Slot slot) => InstantPattern.ExtendedIso.Format(slot.From);

    private static string Text(Duration length) => PeriodPattern.Roundtrip.Format(new PeriodBuilder
    {
        Hours = (length.Days * NodaConstants.HoursPerDay) + length.Hours,
        Minutes = length.Minutes,
        Seconds = length.Seconds,
    }.Build());
}
