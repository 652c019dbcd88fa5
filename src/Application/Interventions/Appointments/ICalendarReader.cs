using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Reads what technicians have to do, and had.</summary>
public interface ICalendarReader
{
    /// <summary>The appointments of a technician that begin at an instant or later, by their beginning: also what is done, or was called off.</summary>
    Task<IReadOnlyList<CalendarEntry>> AppointmentsAsync(TechnicianId technician, Instant from, CustomerReach reach, CancellationToken ct);
}

/// <summary>An appointment as its technician has to know it.</summary>
/// <param name="Id">Of the intervention.</param>
/// <param name="Slot">When.</param>
/// <param name="Mode">On site or from remote.</param>
/// <param name="Status">Where the intervention is in its life.</param>
/// <param name="Version">Of the intervention: grows with each change.</param>
/// <param name="Ticket">Its number.</param>
/// <param name="Subject">Of the ticket.</param>
/// <param name="Customer">By name.</param>
/// <param name="Site">By name; null where the ticket names none.</param>
/// <param name="Address">Of the site; null where there is none.</param>
public sealed record CalendarEntry(
    InterventionId Id, Slot Slot, InterventionMode Mode, InterventionStatus Status, int Version, TicketNumber Ticket, string Subject,
    string Customer, string? Site, PostalAddress? Address);
