using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Sandbox;
using NodaTime;

namespace MisterAssist.Application.Sandbox;

/// <summary>Moves the clock of the sandbox forward, from where it ticks on.</summary>
/// <param name="Now">What time it is to be.</param>
public sealed record MoveSandboxClockCommand(Instant Now) : ICommand<Unit>;

internal sealed class MoveSandboxClockValidator : AbstractValidator<MoveSandboxClockCommand>
{
    public MoveSandboxClockValidator() => RuleFor(c => c.Now).WithinSupportedYears();
}

internal sealed class MoveSandboxClockHandler(ISandboxClock sandbox) : IRequestHandler<MoveSandboxClockCommand, Unit>
{
    public async Task<Unit> Handle(MoveSandboxClockCommand request, CancellationToken cancellationToken)
    {
        var now = await sandbox.ReadAsync(cancellationToken);
        if (request.Now < now)
            throw SandboxErrors.ClockGoesBack(now);

        await sandbox.MoveAsync(request.Now, cancellationToken);
        return Unit.Value;
    }
}
