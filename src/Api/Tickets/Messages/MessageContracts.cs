using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;
using NodaTime;

namespace MisterAssist.Api.Tickets.Messages;

/// <summary>Who may read something.</summary>
internal enum Visibility
{
    /// <summary>The customer too.</summary>
    Public,

    /// <summary>Staff alone.</summary>
    Internal,
}

/// <summary>Something to write on a ticket.</summary>
internal sealed record WriteMessageRequest
{
    /// <summary>The text.</summary>
    [StringLength(Message.MaxLength, MinimumLength = 1)]
    public required string Body { get; init; }

    /// <summary>`internal` for staff alone, and by staff alone; `public` where it is not said.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Whether a machine wrote it: then it answers nobody, whoever sends it. For staff alone to say.</summary>
    public bool? Automatic { get; init; }

    public WriteMessageCommand ToCommand(TicketId ticket) =>
        new(ticket, Body, Visibility == Messages.Visibility.Internal, Automatic ?? false);
}

/// <summary>What somebody wrote on a ticket. It is kept as it was sent.</summary>
internal sealed record MessageResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>The ticket on which it is: a new one, where it was written on one that ended too long ago.</summary>
    [StringLength(30)]
    public required string TicketId { get; init; }

    /// <summary>When it came in.</summary>
    public required Instant WrittenAt { get; init; }

    public required ActorResponse Author { get; init; }

    /// <summary>The text.</summary>
    [StringLength(Message.MaxLength)]
    public required string Body { get; init; }

    /// <summary>Who may read it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Whether a machine wrote it.</summary>
    public required bool Automatic { get; init; }

    /// <summary>The only one: it never changes.</summary>
    string IVersioned.Version => "1";

    public static MessageResponse Of(Message message) => new()
    {
        Id = message.Id.ToString(),
        TicketId = message.TicketId.ToString(),
        WrittenAt = message.At,
        Author = ActorResponse.Of(message.Author),
        Body = message.Body,
        Visibility = message.IsInternal ? Visibility.Internal : Visibility.Public,
        Automatic = message.IsAutomatic,
    };
}
