using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Tells how the appointments of a month in Rome were kept, as far as their time has come.</summary>
/// <param name="Month">Null for the present one.</param>
public sealed record GetAppointmentFiguresQuery(YearMonth? Month) : IRequest<MonthlyAppointments>;

public sealed record MonthlyAppointments(YearMonth Month, AppointmentFigures Figures);

internal sealed class GetAppointmentFiguresHandler(IFigureReader figures, ICaller caller, IClock clock)
    : IRequestHandler<GetAppointmentFiguresQuery, MonthlyAppointments>
{
    public async Task<MonthlyAppointments> Handle(GetAppointmentFiguresQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var month = request.Month ?? Months.In(now);
        var (from, to) = month.Ends();
        var found = await figures.AppointmentsAsync(from, to, caller.Reach, cancellationToken);
        return new(month, AppointmentFigures.Of([.. found.Where(appointment => appointment.StartsAt <= now)]));
    }
}
