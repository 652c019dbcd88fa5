using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Technicians;

/// <summary>Records that a technician has left: nobody plans them any more, and what named them still does.</summary>
public sealed record RetireTechnicianCommand(TechnicianId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class RetireTechnicianHandler(ITechnicianStore technicians, IClock clock) : IRequestHandler<RetireTechnicianCommand, Unit>
{
    public async Task<Unit> Handle(RetireTechnicianCommand request, CancellationToken cancellationToken)
    {
        // Who has left is not there to leave again, whatever version is known of them.
        if (await technicians.FindAsync(request.Id, cancellationToken) is not { RetiredAt: null } technician)
            throw TechnicianErrors.NotFound();
        request.Known.Require(technician.Version);

        technician.Retire(clock.GetCurrentInstant());

        await technicians.SaveAsync(technician, cancellationToken);
        return Unit.Value;
    }
}
