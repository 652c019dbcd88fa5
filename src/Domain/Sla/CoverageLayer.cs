using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Sla;

/// <summary>Stretches of one kind of time, laid in order of their starts, then read forwards once.</summary>
/// <remarks>Instants are nanoseconds since the Unix epoch. Where stretches overlap, the one laid first gives its name.</remarks>
internal sealed class CoverageLayer
{
    private readonly List<(long Start, long End, LocalizedText? Name)> _stretches = [];
    private int _current;

    /// <summary>Lays a stretch that starts no earlier than the one before. One without length, in a gap of the clock, does no harm.</summary>
    public void Lay(long start, long end, LocalizedText? name) => _stretches.Add((start, end, name));

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
