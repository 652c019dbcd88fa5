using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Keeps tickets with what happened to them; of lists it holds what was asked for, the answers are a matter of SQL.</summary>
internal sealed class TicketsInMemory : ITicketStore, ITicketReader
{
    private readonly Dictionary<TicketId, TicketState> _tickets = [];
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<RecordedEvent> _events = [];

    public IReadOnlyCollection<TicketState> All => _tickets.Values;

    /// <summary>What was recorded, in order.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    public (TicketFilter Filter, CustomerReach Reach, TicketOrder? Order)? Asked { get; private set; }

    public TicketState this[TicketId id] => _tickets[id];

    /// <summary>Has what is promised on a ticket counted by a plan version that does not exist.</summary>
    public void Spoil(TicketId id)
    {
        var state = _tickets[id];
        _tickets[id] = state with
        {
            Promises = [.. state.Promises.Select(promise => promise with { Terms = [promise.Terms[0] with { Basis = promise.Basis with { PlanVersion = 99 } }] })],
        };
    }

    public Task<Ticket?> FindAsync(TicketId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(Find(id, reach) is { } state ? Ticket.FromState(state) : null);

    Task<TicketState?> ITicketReader.FindAsync(TicketId id, CustomerReach reach, CancellationToken ct) => Task.FromResult(Find(id, reach));

    public Task<bool> ExistsAsync(TicketId id, CustomerReach reach, CancellationToken ct) => Task.FromResult(Find(id, reach) is not null);

    public Task<TicketNumber> NextNumberAsync(int year, CancellationToken ct)
    {
        _numbers[year] = _numbers.GetValueOrDefault(year) + 1;
        return Task.FromResult(new TicketNumber(year, _numbers[year]));
    }

    public Task AddAsync(Ticket ticket, CancellationToken ct)
    {
        _tickets.Add(ticket.Id, ticket.ToState() with { Revision = 1 });
        _events.AddRange(ticket.Events);
        return Task.CompletedTask;
    }

    public Task SaveAsync(Ticket ticket, CancellationToken ct)
    {
        var state = ticket.ToState();
        if (_tickets[ticket.Id].Revision != state.Revision)
            throw TicketErrors.ChangedMeanwhile();

        _tickets[ticket.Id] = state with { Revision = state.Revision + 1 };
        _events.AddRange(ticket.Events);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TicketId>> ClaimDueAsync(Instant now, Instant until, int limit, CancellationToken ct)
    {
        TicketState[] due = [.. _tickets.Values.Where(ticket => ticket.NextCheckAt <= now).OrderBy(ticket => ticket.NextCheckAt).Take(limit)];
        foreach (var ticket in due)
            _tickets[ticket.Id] = ticket with { NextCheckAt = until };
        return Ids(due.OrderBy(ticket => ticket.Id.ToString(), StringComparer.Ordinal));
    }

    public Task<TicketSuccessor?> FindSuccessorAsync(TicketId id, CancellationToken ct) => Task.FromResult(
        _tickets.Values.LastOrDefault(ticket => ticket.Origin.Previous == id && ticket.Status.IsOpen()) is { } next
            ? new TicketSuccessor(next.Id, next.Number)
            : null);

    public Task<IReadOnlyList<TicketId>> OpenOfAsync(CustomerId customer, CancellationToken ct) => Ids(
        _tickets.Values.Where(ticket => ticket.CustomerId == customer && ticket.Status.IsOpen()));

    public Task<Page<TicketSummary>> ListAsync(
        TicketFilter filter, CustomerReach reach, TicketOrder order, TicketPlace? after, int limit, Instant now, CancellationToken ct) =>
        Hold(filter, reach, order);

    public Task<Page<TicketSummary>> ListQueueAsync(
        TicketFilter filter, CustomerReach reach, QueuePlace? after, int limit, Instant now, CancellationToken ct) => Hold(filter, reach, null);

    private static Task<IReadOnlyList<TicketId>> Ids(IEnumerable<TicketState> tickets) =>
        Task.FromResult<IReadOnlyList<TicketId>>([.. tickets.Select(ticket => ticket.Id)]);

    private TicketState? Find(TicketId id, CustomerReach reach) =>
        _tickets.TryGetValue(id, out var state) && reach.Covers(state.CustomerId) ? state : null;

    private Task<Page<TicketSummary>> Hold(TicketFilter filter, CustomerReach reach, TicketOrder? order)
    {
        Asked = (filter, reach, order);
        return Task.FromResult(new Page<TicketSummary>([], HasMore: false));
    }
}
