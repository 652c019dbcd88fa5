using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Takes an announced closure back; promises that started while it stood keep it.</summary>
public sealed record WithdrawClosureCommand(ClosureId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class WithdrawClosureHandler(IClosureStore closures, IClock clock) : IRequestHandler<WithdrawClosureCommand, Unit>
{
    public async Task<Unit> Handle(WithdrawClosureCommand request, CancellationToken cancellationToken)
    {
        var closure = await closures.FindAsync(request.Id, cancellationToken) ?? throw SlaErrors.ClosureNotFound();
        request.Known.Require(Closure.Version);

        closure.Withdraw(clock.GetCurrentInstant());

        await closures.WithdrawAsync(closure, cancellationToken);
        return Unit.Value;
    }
}
