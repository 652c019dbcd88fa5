using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>A time during which a ticket waited for its customer.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null while it goes on.</param>
/// <param name="Reason">As the customer sees it.</param>
public sealed record Pause(Instant From, Instant? To, string Reason);

/// <summary>All the pauses of a ticket. They belong to the ticket, not to one promise; where they overlap, time is taken out once.</summary>
public sealed class Pauses
{
    private Pauses(IReadOnlyList<Pause> all) => (All, Stretches) = (all, Unite(all));

    public static Pauses None { get; } = new([]);

    /// <summary>As they were begun, in that order.</summary>
    public IReadOnlyList<Pause> All { get; }

    /// <summary>The time that is out of count: disjoint, in order, none empty, each with the reason that came first. Only the last may still go on.</summary>
    public IReadOnlyList<Pause> Stretches { get; }

    /// <summary>Whether the ticket waits now.</summary>
    public bool IsOpen => All.Any(pause => pause.To is null);

    public static Pauses Of(IEnumerable<Pause> pauses) => new([.. pauses]);

    public Pauses Begin(Instant at, string reason) => new([.. All, new(at, null, reason)]);

    /// <summary>Ends those that go on.</summary>
    public Pauses End(Instant at) => new([.. All.Select(pause => pause.To is null ? pause with { To = at } : pause)]);

    /// <summary>What was known of them at an instant: later ones not at all, and those that ended later as still going on.</summary>
    public Pauses AsOf(Instant at) => new(
    [
        .. from pause in All
           where pause.From <= at
           select pause.To <= at ? pause : pause with { To = null },
    ]);

    private static List<Pause> Unite(IReadOnlyList<Pause> all)
    {
        var united = new List<Pause>();
        var covered = Instant.MinValue;
        foreach (var pause in all.OrderBy(pause => pause.From))
        {
            var (from, to) = (Instant.Max(pause.From, covered), pause.To ?? Instant.MaxValue);
            if (from >= to)
                continue;
            united.Add(pause with { From = from });
            covered = to;
        }

        return united;
    }
}
