using Dapper;
using Microsoft.Data.Sqlite;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Contracts;
using MisterAssist.Infrastructure.Customers;
using MisterAssist.Infrastructure.Events;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Sla.Closures;
using MisterAssist.Infrastructure.Sla.Plans;
using MisterAssist.Infrastructure.Tickets;
using NodaTime;

namespace MisterAssist.Benchmarks.Load;

/// <summary>A ticket as it lies in the database.</summary>
internal sealed record BareTicket(TicketRow Ticket, IReadOnlyList<PromiseRow> Promises);

/// <summary>The statements of the product for opening and reading a ticket, in its order, with its turns for writing.</summary>
internal sealed class BareTickets : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _connectionString;
    private readonly IClock _clock;
    private readonly BareTicket _pattern;
    private readonly IReadOnlyList<EventRow> _events;

    private BareTickets(string connectionString, IClock clock, BareTicket pattern, IReadOnlyList<EventRow> events) =>
        (_connectionString, _clock, _pattern, _events) = (connectionString, clock, pattern, events);

    public static async Task<BareTickets> LoadAsync(string database, IClock clock)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database, ForeignKeys = true }.ToString();
        await using var connection = new SqliteConnection(connectionString);
        var id = await connection.QueryFirstAsync<string>("SELECT MAX(id) FROM ticket");
        var events = await connection.QueryAsync<EventRow>($"{SqlEventReader.Select} WHERE ticket_id = @Id ORDER BY sequence", new { Id = id });
        return new(connectionString, clock, (await FindAsync(connection, id))!, events.AsList());
    }

    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<BareTicket?> FindAsync(SqliteConnection connection, string id)
    {
        var ticket = await connection.QueryFirstOrDefaultAsync<TicketRow>(SqlTicketReader.Find, new { Id = id });
        return ticket is null
            ? null
            : new(ticket, (await connection.QueryAsync<PromiseRow>(SqlTicketReader.PromisesOf, new { Ticket = id })).AsList());
    }

    public async Task<BareTicket> AddAsync(SqliteConnection connection, BareReport report)
    {
        await connection.ExecuteAsync("PRAGMA synchronous = FULL");
        await _turn.WaitAsync();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            var now = _clock.GetCurrentInstant();
            await ReadAsync(connection, transaction, report.CustomerId["cus_".Length..], DbText.From(now));
            var number = await NextNumberAsync(connection, transaction, now.InUtc().Year);
            var written = Copy(TicketId.New(now), number, report, now);
            await WriteAsync(connection, transaction, written, now);
            await transaction.CommitAsync();
            return written;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task ReadAsync(SqliteConnection connection, SqliteTransaction transaction, string customer, string now)
    {
        if (await connection.QueryFirstAsync<int>(SqlCustomerReader.Exists, new { Id = customer }, transaction) == 0)
            throw new InvalidOperationException("There is no such customer");
        var contract = await connection.QueryFirstAsync<ContractInForceRow>(
            SqlContractReader.FindInForce, new { Customer = customer, At = now }, transaction);
        await connection.QueryFirstAsync<VersionInForceRow>(SqlPlanReader.FindNumber, new { Code = contract.PlanCode, At = now }, transaction);
        await connection.QueryAsync<ClosureRow>(SqlClosureReader.All, null, transaction);
    }

    private static async Task<TicketNumber> NextNumberAsync(SqliteConnection connection, SqliteTransaction transaction, int year)
    {
        await connection.ExecuteAsync(SqlTicketStore.CountOn, new { Year = year }, transaction);
        return new(year, await connection.QueryFirstAsync<int>(SqlTicketStore.Last, new { Year = year }, transaction));
    }

    private async Task WriteAsync(SqliteConnection connection, SqliteTransaction transaction, BareTicket written, Instant now)
    {
        await connection.ExecuteAsync(SqlTicketStore.Insert, written.Ticket, transaction);
        foreach (var promise in written.Promises)
            await connection.ExecuteAsync(SqlTicketStore.InsertPromise, promise, transaction);
        foreach (var happened in _events)
            await connection.ExecuteAsync(SqlEventLog.Insert, Copy(happened, written.Ticket.Id, now), transaction);
    }

    private BareTicket Copy(TicketId id, TicketNumber number, BareReport report, Instant now) => new(
        new()
        {
            Id = DbText.From(id.Value),
            Number = number.ToString(),
            CustomerId = report.CustomerId["cus_".Length..],
            ContractId = _pattern.Ticket.ContractId,
            PlanCode = _pattern.Ticket.PlanCode,
            PlanVersion = _pattern.Ticket.PlanVersion,
            Precedence = _pattern.Ticket.Precedence,
            HandledAs = _pattern.Ticket.HandledAs,
            Subject = report.Subject,
            Description = report.Description,
            Urgency = report.Urgency,
            Channel = report.Channel,
            ChannelInPlan = _pattern.Ticket.ChannelInPlan,
            ReceivedAt = DbText.From(now),
            RecordedAt = DbText.From(now),
            ReporterKind = _pattern.Ticket.ReporterKind,
            ReporterName = _pattern.Ticket.ReporterName,
            ReporterKey = _pattern.Ticket.ReporterKey,
            Status = _pattern.Ticket.Status,
            Round = _pattern.Ticket.Round,
            RoundStart = DbText.From(now),
            Pauses = _pattern.Ticket.Pauses,
            IsOpen = _pattern.Ticket.IsOpen,
            QueueRank = _pattern.Ticket.QueueRank,
            QueueDueAt = _pattern.Ticket.QueueDueAt,
            HasMissed = _pattern.Ticket.HasMissed,
            NextCheckAt = _pattern.Ticket.NextCheckAt,
            FollowUpOwed = false,
            Version = 1,
            Revision = 1,
        },
        [.. _pattern.Promises.Select(promise => Copy(promise, DbText.From(id.Value)))]);

    private static PromiseRow Copy(PromiseRow promise, string ticket) => new()
    {
        TicketId = ticket,
        Kind = promise.Kind,
        Round = promise.Round,
        Terms = promise.Terms,
        DueAt = promise.DueAt,
        Warned = promise.Warned,
        MissRaised = promise.MissRaised,
    };

    private static EventRow Copy(EventRow happened, string ticket, Instant now) => new()
    {
        Id = DbText.From(EventId.New(now).Value),
        Type = happened.Type,
        OccurredAt = DbText.From(now),
        ActorKind = happened.ActorKind,
        ActorName = happened.ActorName,
        ActorKey = happened.ActorKey,
        CustomerId = happened.CustomerId,
        TicketId = ticket,
        Promise = happened.Promise,
        Changes = happened.Changes,
        IsInternal = happened.IsInternal,
    };
}
