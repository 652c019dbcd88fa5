using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>Gets the appointments of a technician, also of one who has left, from thirty days ago on.</summary>
public sealed record GetCalendarQuery(TechnicianId Technician) : IRequest<TechnicianCalendar>;

/// <param name="Technician">By name.</param>
/// <param name="Entries">By their beginning.</param>
/// <param name="At">As of when.</param>
public sealed record TechnicianCalendar(string Technician, IReadOnlyList<CalendarEntry> Entries, Instant At);

internal sealed class GetCalendarHandler(ITechnicianStore technicians, ICalendarReader calendars, ICaller caller, IClock clock)
    : IRequestHandler<GetCalendarQuery, TechnicianCalendar>
{
    private static readonly Duration Past = Duration.FromDays(30);

    public async Task<TechnicianCalendar> Handle(GetCalendarQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var technician = await technicians.FindAsync(request.Technician, cancellationToken) ?? throw TechnicianErrors.NotFound();
        var entries = await calendars.AppointmentsAsync(technician.Id, now - Past, caller.Reach, cancellationToken);
        return new(technician.Details.Name, entries, now);
    }
}
