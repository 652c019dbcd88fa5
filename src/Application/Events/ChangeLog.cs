using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Events;

/// <summary>Tells the log of changes to customers, contracts and what belongs to tickets, with who makes them and when.</summary>
internal sealed class ChangeLog(ICaller caller, IClock clock, IEventLog events)
{
    public Actor Actor => caller.Actor;

    public CustomerReach Reach => caller.Reach;

    public Instant Now => clock.GetCurrentInstant();

    public Task TellAsync(string type, CustomerId customer, IReadOnlyList<Change> changes, Instant at, CancellationToken ct) =>
        events.AppendAsync([new(EventId.New(at), type, at, Actor, customer, null, null, null, changes, null, IsInternal: false)], ct);

    public Task TellAsync(string type, Contract contract, IReadOnlyList<Change> changes, string? note, Instant at, CancellationToken ct) =>
        events.AppendAsync(
            [new(EventId.New(at), type, at, Actor, contract.Customer, null, contract.Id, null, changes, note, IsInternal: false)], ct);

    public Task TellAsync(
        string type, CustomerId customer, TicketId ticket, IReadOnlyList<Change> changes, string? note, Instant at, CancellationToken ct) =>
        events.AppendAsync([new(EventId.New(at), type, at, Actor, customer, ticket, null, null, changes, note, IsInternal: false)], ct);
}
