using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>A closure as the company announced it.</summary>
/// <remarks>
/// It counts for promises that start while it is announced and not withdrawn, and never moves one already given: so neither
/// announcing nor withdrawing forgets anything.
/// </remarks>
public sealed class Closure
{
    /// <summary>Announced, it does not change: there is one version.</summary>
    public const int Version = 1;

    private Closure(ClosureId id, ClosurePeriod period, Instant announcedAt, Instant? withdrawnAt) =>
        (Id, Period, AnnouncedAt, WithdrawnAt) = (id, period, announcedAt, withdrawnAt);

    public ClosureId Id { get; }

    public ClosurePeriod Period { get; }

    public Instant AnnouncedAt { get; }

    /// <summary>Null while it stands.</summary>
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>Whether it stood announced at an instant: from its announcement, inclusive, to its withdrawal, exclusive.</summary>
    public bool StoodAt(Instant at) => AnnouncedAt <= at && (WithdrawnAt is null || WithdrawnAt > at);

    public static Closure Announce(ClosurePeriod period, Instant at) => new(ClosureId.New(at), period, at, null);

    /// <summary>For persistence only.</summary>
    public static Closure FromState(ClosureId id, ClosurePeriod period, Instant announcedAt, Instant? withdrawnAt) =>
        new(id, period, announcedAt, withdrawnAt);

    /// <exception cref="Shared.BusinessException">It was withdrawn before.</exception>
    public void Withdraw(Instant at)
    {
        if (WithdrawnAt is not null)
            throw SlaErrors.ClosureNotFound();

        WithdrawnAt = at;
    }
}
