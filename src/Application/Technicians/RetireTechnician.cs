using MediatR;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Technicians;

/// <summary>Records that a technician has left: nobody plans them any more, and what named them still does.</summary>
public sealed record RetireTechnicianCommand(TechnicianId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class RetireTechnicianHandler(ITechnicianStore technicians, IInterventionStore interventions, IClock clock)
    : IRequestHandler<RetireTechnicianCommand, Unit>
{
    /// <summary>Longer than anybody plans.</summary>
    private static readonly Duration Ahead = Duration.FromDays(36525);

    public async Task<Unit> Handle(RetireTechnicianCommand request, CancellationToken cancellationToken)
    {
        // Who has left is not there to leave again, whatever version is known of them.
        if (await technicians.FindAsync(request.Id, cancellationToken) is not { RetiredAt: null } technician)
            throw TechnicianErrors.NotFound();
        request.Known.Require(technician.Version);

        var now = clock.GetCurrentInstant();
        var busy = await interventions.BusyAsync(technician.Id, new(now, Ahead), null, now, cancellationToken);
        if (busy.Count > 0)
            throw TechnicianErrors.StillPlanned(busy[0].From);

        technician.Retire(now);

        await technicians.SaveAsync(technician, cancellationToken);
        return Unit.Value;
    }
}
