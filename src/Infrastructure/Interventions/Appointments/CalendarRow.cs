using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Interventions.Appointments;

internal sealed class CalendarRow
{
    public required string Id { get; init; }

    public required string Appointment { get; init; }

    public required string Mode { get; init; }

    public required string Status { get; init; }

    public required int Version { get; init; }

    public required string Ticket { get; init; }

    public required string Subject { get; init; }

    public required string Customer { get; init; }

    public string? Site { get; init; }

    public string? Street { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Province { get; init; }

    public string? Country { get; init; }

    public CalendarEntry ToEntry() => new(
        new(DbText.ToId(Id)),
        DomainJson.FromText<Appointment>(Appointment).Slot,
        DbText.ToEnum<InterventionMode>(Mode),
        DbText.ToEnum<InterventionStatus>(Status),
        Version,
        TicketNumber.Parse(Ticket),
        Subject,
        Customer,
        Site,
        Site is null ? null : PostalAddress.FromState(Street!, PostalCode!, City!, Province, Country!));
}
