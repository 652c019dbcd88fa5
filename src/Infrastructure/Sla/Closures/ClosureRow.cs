using MisterAssist.Domain.Sla;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Sla.Closures;

internal sealed class ClosureRow
{
    public required string Id { get; init; }

    public required string NameIt { get; init; }

    public required string NameEn { get; init; }

    public required string StartsOn { get; init; }

    public required string EndsOn { get; init; }

    public required int FromMinute { get; init; }

    public required int ToMinute { get; init; }

    public required bool EveryYear { get; init; }

    public required string AnnouncedAt { get; init; }

    public string? WithdrawnAt { get; init; }

    public static ClosureRow From(Closure closure) => new()
    {
        Id = DbText.From(closure.Id.Value),
        NameIt = closure.Period.Name.It,
        NameEn = closure.Period.Name.En,
        StartsOn = DbText.From(closure.Period.StartsOn),
        EndsOn = DbText.From(closure.Period.EndsOn),
        FromMinute = closure.Period.From.MinuteOfDay,
        ToMinute = closure.Period.To.MinuteOfDay,
        EveryYear = closure.Period.EveryYear,
        AnnouncedAt = DbText.From(closure.AnnouncedAt),
        WithdrawnAt = closure.WithdrawnAt is { } instant ? DbText.From(instant) : null,
    };

    public Closure ToClosure() => Closure.FromState(
        new(DbText.ToId(Id)),
        ClosurePeriod.Create(
            new(NameIt, NameEn), DbText.ToDate(StartsOn), DbText.ToDate(EndsOn), Wall(FromMinute), Wall(ToMinute), EveryYear),
        DbText.ToInstant(AnnouncedAt),
        WithdrawnAt is { } text ? DbText.ToInstant(text) : null);

    private static WallTime Wall(int minuteOfDay) => WallTime.Of(minuteOfDay / 60, minuteOfDay % 60);
}
