using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Events;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Events;

/// <summary>Something that happened: a line of the log, which is never changed nor taken back.</summary>
internal sealed record EventResponse
{
    /// <summary>The greatest number that every client can hold exactly.</summary>
    public const string MaxSequence = "9007199254740991";

    /// <summary>Its number in the log. Numbers grow in the order of writing; they need not be consecutive.</summary>
    [Range(typeof(long), "1", MaxSequence)]
    public required long Sequence { get; init; }

    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What happened, such as `ticket.created`. More types may come.</summary>
    [StringLength(EventTypeParameter.MaxLength)]
    public required string Type { get; init; }

    /// <summary>When it was done; of a warning or a miss, when it came about, though it may have been noticed later.</summary>
    public required Instant OccurredAt { get; init; }

    public required ActorResponse Actor { get; init; }

    /// <summary>The customer whose it is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>The ticket to which it happened; null where it did to none.</summary>
    [StringLength(30)]
    public string? TicketId { get; init; }

    /// <summary>The contract to which it happened; null where it did to none.</summary>
    [StringLength(30)]
    public string? ContractId { get; init; }

    /// <summary>The promise that it is about; null where it is about none.</summary>
    public PromiseKind? Promise { get; init; }

    /// <summary>What was different before.</summary>
    [MaxLength(ChangeResponse.MaxChanges)]
    public required IReadOnlyList<ChangeResponse> Changes { get; init; }

    /// <summary>Why, in the words of whoever did it; null where nobody was asked.</summary>
    [StringLength(ChangeResponse.MaxTextLength)]
    public string? Note { get; init; }

    public static EventResponse Of(LoggedEvent line) => new()
    {
        Sequence = line.Sequence,
        Id = line.Event.Id.ToString(),
        Type = line.Event.Type,
        OccurredAt = line.Event.At,
        Actor = ActorResponse.Of(line.Event.Actor),
        CustomerId = line.Event.CustomerId.ToString(),
        TicketId = line.Event.TicketId?.ToString(),
        ContractId = line.Event.ContractId?.ToString(),
        Promise = line.Event.Promise,
        Changes = [.. line.Event.Changes.Select(ChangeResponse.Of)],
        Note = line.Event.Note,
    };
}

/// <summary>Who did something.</summary>
internal sealed record ActorResponse
{
    public required ActorKind Kind { get; init; }

    /// <summary>As people read it.</summary>
    [StringLength(200)]
    public required string Name { get; init; }

    public static ActorResponse Of(Actor actor) => new() { Kind = actor.Kind, Name = actor.Name };
}

/// <summary>A property before and after.</summary>
internal sealed record ChangeResponse
{
    public const int MaxChanges = 100;

    public const int MaxTextLength = 20_000;

    /// <summary>Its name in this API.</summary>
    [StringLength(100)]
    public required string Field { get; init; }

    /// <summary>As this API writes it; null where it had no value.</summary>
    [StringLength(MaxTextLength)]
    public string? Before { get; init; }

    /// <summary>As this API writes it; null where it has no value any more.</summary>
    [StringLength(MaxTextLength)]
    public string? After { get; init; }

    public static ChangeResponse Of(Change change) => new() { Field = change.Field, Before = change.Before, After = change.After };
}

/// <summary>Some lines of the log, in the order of their numbers.</summary>
internal sealed record EventLogResponse
{
    /// <summary>The lines; none where nothing that is wanted was found among those that were looked at.</summary>
    [MaxLength(Paging.MaxLimit)]
    public required IReadOnlyList<EventResponse> Data { get; init; }

    /// <summary>Give it as `after` the next time, whether there was any line or not: all up to it has been looked at.</summary>
    [Range(typeof(long), "0", EventResponse.MaxSequence)]
    public required long NextAfter { get; init; }
}
