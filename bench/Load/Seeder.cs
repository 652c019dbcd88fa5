using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Contracts;
using MisterAssist.Infrastructure.Customers;
using MisterAssist.Infrastructure.Events;
using MisterAssist.Infrastructure.Tickets;
using NodaTime;

namespace MisterAssist.Benchmarks.Load;

/// <summary>Makes a database with open tickets of the last days, as they would have become by now: nothing is due to be raised.</summary>
/// <remarks>What stands in it comes of the domain and of the rows by which the stores write; only the writing is done in bulk.</remarks>
internal sealed class Seeder
{
    private const int PerTransaction = 20_000;
    private const int TicketsPerCustomer = 40;
    private const int Seed = 20261122;

    private static readonly Duration Span = Duration.FromDays(10);
    private static readonly Actor Desk = new(ActorKind.Staff, "Helpdesk", null);

    private static readonly string[] Subjects =
        ["La stampante non risponde", "Il server della posta è lento", "Un portatile non si accende", "La VPN cade ogni ora", "Serve un nuovo utente"];

    private readonly Random _random = new(Seed);
    private readonly Dictionary<PlanCode, WorkingClock> _clocks;
    private readonly IReadOnlyList<PlanInForce> _plans;
    private readonly Instant _now;

    private Seeder(IReadOnlyList<PlanInForce> plans, Instant now)
    {
        (_plans, _now) = (plans, now);
        _clocks = plans.ToDictionary(plan => plan.Code, plan => new WorkingClock(plan.Version.Terms.Coverage));
    }

    public static async Task RunAsync(string database, int tickets)
    {
        var started = Stopwatch.GetTimestamp();
        await using var store = await LocalStore.OpenAsync(database);
        var now = store.Get<IClock>().GetCurrentInstant();
        var plans = await store.AskAsync((IPlanReader reader) => reader.AllAsync(now, CancellationToken.None));
        new Seeder(plans, now).Fill(database, tickets);
        Console.WriteLine($"{tickets:N0} open tickets in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {new FileInfo(database).Length >> 20} MiB");
    }

    private void Fill(string database, int count)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        // Whoever loses power here seeds again.
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");
        var customers = Customers(connection, Math.Max(1, count / TicketsPerCustomer));
        using var tickets = new PreparedInsert<TicketRow>(connection, "ticket");
        using var promises = new PreparedInsert<PromiseRow>(connection, "promise");
        using var events = new PreparedInsert<EventRow>(connection, "event", generated: "sequence");

        for (var i = 1; i <= count; i++)
        {
            var (customer, plan) = customers[_random.Next(customers.Count)];
            var ticket = Open(customer, plan, new(_now.InUtc().Year, i), _now - (Span * (count - i) / count));
            tickets.Add(TicketRow.From(Ticket.FromState(ticket.ToState() with { Revision = 1 })));
            foreach (var promise in ticket.ToState().Promises)
                promises.Add(PromiseRow.From(ticket.Id, promise));
            foreach (var happened in ticket.Events)
                events.Add(EventRow.From(happened));
            if (i % PerTransaction == 0)
                Execute(connection, "COMMIT; BEGIN");
        }

        Execute(connection, $"INSERT INTO ticket_number (year, last) VALUES ({_now.InUtc().Year}, {count}); COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Of four customers one has no contract, and the others have any of the plans.</summary>
    private List<(CustomerId Customer, HandlingPlan Plan)> Customers(SqliteConnection connection, int count)
    {
        using var customers = new PreparedInsert<CustomerRow>(connection, "customer");
        using var contracts = new PreparedInsert<ContractRow>(connection, "contract");
        using var periods = new PreparedInsert<PlanPeriodRow>(connection, "contract_plan");
        var address = PostalAddress.Create("Via dei Mulini 12", "20121", "Milano", "MI", CountryCode.Create("IT", "country"), "address");
        var made = new List<(CustomerId, HandlingPlan)>();
        for (var i = 1; i <= count; i++)
        {
            var at = _now - Duration.FromDays(30);
            var customer = Customer.Register(
                CustomerDetails.Create(
                    PartyKind.Private, $"Cliente {i}", null, null, address, InvoiceDelivery.Create(null, null), $"cliente{i}@example.it", null, false),
                at);
            customers.Add(CustomerRow.From(customer));

            var plan = _plans[_random.Next(_plans.Count)];
            ContractId? contractId = null;
            if (plan.NeedsContract)
            {
                var contract = Contract.Conclude(customer.Id, ContractTerm.Create(at.InUtc().Date, null), plan.Code, at);
                contracts.Add(ContractRow.From(contract));
                foreach (var period in contract.Plans)
                    periods.Add(PlanPeriodRow.From(contract.Id, period));
                contractId = contract.Id;
            }

            made.Add((customer.Id, new(contractId, plan.Version, HandlingPlan.PrecedenceOf(plan.NeedsContract, plan.Rank))));
        }

        return made;
    }

    /// <summary>Three of ten are urgent, and four of ten were acknowledged within some hours.</summary>
    private Ticket Open(CustomerId customer, HandlingPlan plan, TicketNumber number, Instant receivedAt)
    {
        var urgency = _random.Next(10) < 3 ? Urgency.Urgent : Urgency.Normal;
        var report = new Report(Subjects[_random.Next(Subjects.Length)], "Da stamattina, in tutto l'ufficio.", urgency, null, null, null);
        var origin = new TicketOrigin(Channel.Email, plan.Version.Terms.Admits(Channel.Email), receivedAt, receivedAt, null, Desk, null);
        var ticket = Ticket.Receive(new(TicketId.New(receivedAt), number, customer, report, origin), plan, basis => _clocks[basis.Plan]);

        var answeredAt = receivedAt + Duration.FromMinutes(_random.Next(600));
        if (_random.Next(10) < 4 && answeredAt < _now)
            ticket.Acknowledge(new(Desk, answeredAt, basis => _clocks[basis.Plan]));
        ticket.Watch(_now, basis => _clocks[basis.Plan]);
        return ticket;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
