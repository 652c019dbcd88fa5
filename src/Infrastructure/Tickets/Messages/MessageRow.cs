using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets.Messages;

internal sealed class MessageRow
{
    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required string WrittenAt { get; init; }

    public required string AuthorKind { get; init; }

    public required string AuthorName { get; init; }

    public string? AuthorKey { get; init; }

    public required string Body { get; init; }

    public required bool IsInternal { get; init; }

    public required bool IsAutomatic { get; init; }

    public static MessageRow From(Message message) => new()
    {
        Id = DbText.From(message.Id.Value),
        TicketId = DbText.From(message.TicketId.Value),
        WrittenAt = DbText.From(message.At),
        AuthorKind = DbText.From(message.Author.Kind),
        AuthorName = message.Author.Name,
        AuthorKey = DbText.From(message.Author.KeyId),
        Body = message.Body,
        IsInternal = message.IsInternal,
        IsAutomatic = message.IsAutomatic,
    };

    public Message ToMessage() => new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(TicketId)),
        DbText.ToInstant(WrittenAt),
        new(DbText.ToEnum<ActorKind>(AuthorKind), AuthorName, DbText.ToIdOrNull(AuthorKey)),
        Body,
        IsInternal,
        IsAutomatic);
}
