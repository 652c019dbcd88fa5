using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Events;

/// <summary>Something that happened: a line of the event log, and of a ticket's timeline where it happened to one.</summary>
/// <remarks>Made by the aggregate that changed and kept in the same transaction as the change. Nothing ever takes a line back.</remarks>
/// <param name="Id">Its own.</param>
/// <param name="Type">Dotted, such as <c>ticket.created</c>.</param>
/// <param name="At">
/// When it was done; of a warning or a miss, when it came about. In the log what was written first comes first, whatever its instant.
/// </param>
/// <param name="Actor">Who did it.</param>
/// <param name="CustomerId">Whose it is: only who may see that customer sees the event.</param>
/// <param name="TicketId">The ticket to which it happened; null where it did to none.</param>
/// <param name="ContractId">The contract to which it happened; null where it did to none.</param>
/// <param name="Promise">The kind of promise that it is about; null where it is about none.</param>
/// <param name="Changes">What was different before.</param>
/// <param name="Note">Why, in the words of whoever did it; null where nobody was asked.</param>
/// <param name="IsInternal">Whether only staff may see it.</param>
public sealed record RecordedEvent(
    EventId Id,
    string Type,
    Instant At,
    Actor Actor,
    CustomerId CustomerId,
    TicketId? TicketId,
    ContractId? ContractId,
    PromiseKind? Promise,
    IReadOnlyList<Change> Changes,
    string? Note,
    bool IsInternal);

/// <summary>A property before and after.</summary>
/// <param name="Field">Its name in the API, in camelCase.</param>
/// <param name="Before">As the API writes it; null where it had no value.</param>
/// <param name="After">As the API writes it; null where it has no value any more.</param>
public sealed record Change(string Field, string? Before, string? After);
