using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Technicians;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Interventions.Appointments;

internal sealed class SqlCalendarReader(DbSession db) : ICalendarReader
{
    private const string Select = """
        SELECT i.id AS Id, i.appointment AS Appointment, i.mode AS Mode, i.status AS Status, i.version AS Version, k.number AS Ticket,
               k.subject AS Subject, c.name AS Customer, s.name AS Site, s.street AS Street, s.postal_code AS PostalCode, s.city AS City,
               s.province AS Province, s.country AS Country
        FROM intervention_technician t
        JOIN intervention i ON i.id = t.intervention_id
        JOIN ticket k ON k.id = i.ticket_id
        JOIN customer c ON c.id = i.customer_id
        LEFT JOIN site s ON s.id = i.site_id
        """;

    private const string InOrder = "ORDER BY i.starts_at, i.id";

    public async Task<IReadOnlyList<CalendarEntry>> AppointmentsAsync(
        TechnicianId technician, Instant from, CustomerReach reach, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("t.technician_id = @Technician", ("Technician", DbText.From(technician.Value)));
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        conditions.Add("i.starts_at >= @From");
        var rows = await db.QueryAsync<CalendarRow>(
            $"{Select}\n{conditions.Where}\n{InOrder}", conditions.With("From", DbText.From(from)), ct);
        return [.. rows.Select(row => row.ToEntry())];
    }
}
