using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class ClosuresInMemory : IClosureStore, IClosureReader
{
    private readonly List<Closure> _closures = [];

    public IReadOnlyList<Closure> All => _closures;

    public void Have(params IEnumerable<Closure> closures) => _closures.AddRange(closures);

    public Task<Closure?> FindAsync(ClosureId id, CancellationToken ct) =>
        Task.FromResult(_closures.Find(c => c.Id == id && c.WithdrawnAt is null));

    public Task AddAsync(Closure closure, CancellationToken ct)
    {
        _closures.Add(closure);
        return Task.CompletedTask;
    }

    // The closure that was found is the one that is kept.
    public Task WithdrawAsync(Closure closure, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<Closure>> StandingAtAsync(Instant at, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Closure>>(
            [.. _closures.Where(c => c.AnnouncedAt <= at && (c.WithdrawnAt is not { } withdrawn || withdrawn > at))]);

    public Task<IReadOnlyList<Closure>> AllAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Closure>>([.. _closures]);

    public Task<Page<Closure>> ListAsync(int limit, (LocalDate StartsOn, ClosureId Id)? after, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore(
            [
                .. from closure in _closures
                   where closure.WithdrawnAt is null && (after is null || closure.Period.StartsOn > after.Value.StartsOn)
                   orderby closure.Period.StartsOn
                   select closure,
            ],
            limit));
}
