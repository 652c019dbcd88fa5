using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Sla;

/// <summary>Stretches of one kind of time in order, none overlapping another; laid once, then read forwards.</summary>
/// <remarks>Instants are nanoseconds since the Unix epoch.</remarks>
internal sealed class CoverageLayer
{
    private readonly List<(long Start, long End, LocalizedText? Name)> _stretches = [];
    private int _current;
    private long _laidUntil = long.MinValue;

    /// <summary>Lays a stretch that starts no earlier than the one before; what is laid already keeps its name.</summary>
    public void Lay(long start, long end, LocalizedText? name)
    {
        start = Math.Max(start, _laidUntil);
        if (end <= start)
            return;

        _stretches.Add((start, end, name));
        _laidUntil = end;
    }

    /// <summary>Whether the layer lies over <paramref name="at"/>, and until when that holds. Must be asked in order of time.</summary>
    public bool LiesOver(long at, out LocalizedText? name, out long until)
    {
        while (_current < _stretches.Count && _stretches[_current].End <= at)
            _current++;

        (var start, var end, name) = _current < _stretches.Count ? _stretches[_current] : (long.MaxValue, long.MaxValue, null);
        var over = start <= at;
        until = over ? end : start;
        return over;
    }
}
