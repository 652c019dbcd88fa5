using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Api.Sla.Closures;

/// <summary>Whether a closure comes back.</summary>
internal enum ClosureRecurrence
{
    None,
    Yearly,
}

/// <summary>Days, or the same part of each of some days, on which the company will be shut.</summary>
internal sealed record AnnounceClosureRequest
{
    /// <summary>As ledgers will show it.</summary>
    public required LocalizedTextRequest Name { get; init; }

    /// <summary>The first day.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>The last day, inclusive; the first one where it is not said. At most 366 days.</summary>
    public LocalDate? EndsOn { get; init; }

    /// <summary>Where the closed part of each day begins; its start where it is not said.</summary>
    public WallTime? From { get; init; }

    /// <summary>Where the closed part of each day ends, exclusive; its end where it is not said.</summary>
    public WallTime? To { get; init; }

    /// <summary>`yearly`: it comes back on the same days of every later year. `none` where it is not said.</summary>
    public ClosureRecurrence? Recurrence { get; init; }

    public AnnounceClosureCommand ToCommand() =>
        new(Name.ToText(), StartsOn, EndsOn, From, To, Recurrence == ClosureRecurrence.Yearly);
}

/// <summary>A closure that stands announced. It counts for promises that start from its announcement on, and moves none given before.</summary>
internal sealed record ClosureResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    /// <summary>The first day.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required LocalDate EndsOn { get; init; }

    /// <summary>Where the closed part of each day begins; 00:00 for whole days.</summary>
    public required WallTime From { get; init; }

    /// <summary>Where the closed part of each day ends, exclusive; 24:00 for whole days.</summary>
    public required WallTime To { get; init; }

    /// <summary>`yearly`: it comes back on the same days of every later year, 29 February in leap years alone.</summary>
    public required ClosureRecurrence Recurrence { get; init; }

    /// <summary>When it was announced.</summary>
    public required Instant AnnouncedAt { get; init; }

    string IVersioned.Version => $"{Closure.Version}";

    public static ClosureResponse Of(Closure closure) => new()
    {
        Id = closure.Id.ToString(),
        Name = LocalizedTextResponse.Of(closure.Period.Name),
        StartsOn = closure.Period.StartsOn,
        EndsOn = closure.Period.EndsOn,
        From = closure.Period.From,
        To = closure.Period.To,
        Recurrence = closure.Period.EveryYear ? ClosureRecurrence.Yearly : ClosureRecurrence.None,
        AnnouncedAt = closure.AnnouncedAt,
    };
}

internal sealed class ClosureKind : IResourceKind
{
    public static string Prefix => ClosureId.Prefix;
}
