using System.Collections.Concurrent;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Application.Sla;

/// <summary>Keeps the compiled clock of each plan version with each set of closures: a cache, never the only copy.</summary>
internal sealed class WorkingClocks
{
    private const int Capacity = 32;

    private readonly ConcurrentDictionary<Key, WorkingClock> _clocks = [];

    public WorkingClock For(PlanVersion version, IReadOnlyList<Closure> closures)
    {
        var key = new Key(version.Plan, version.Number, [.. closures.Select(c => c.Id)]);
        if (_clocks.TryGetValue(key, out var clock))
            return clock;

        // Closures change a few times a year: starting afresh costs less than remembering what was used when.
        if (_clocks.Count >= Capacity)
            _clocks.Clear();
        return _clocks.GetOrAdd(key, _ => new WorkingClock(version.Terms.Coverage.WithClosures(closures.Select(c => c.Period))));
    }

    private sealed record Key(PlanCode Plan, int Number, ClosureId[] Closures)
    {
        public bool Equals(Key? other) =>
            other is not null && Plan == other.Plan && Number == other.Number && Closures.AsSpan().SequenceEqual(other.Closures);

        public override int GetHashCode() =>
            HashCode.Combine(Plan, Number, Closures.Length, Closures.Length == 0 ? default : Closures[^1]);
    }
}
