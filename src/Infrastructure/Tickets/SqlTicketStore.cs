using MisterAssist.Application.Events;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets;

internal sealed class SqlTicketStore(DbSession db, ITicketReader reader, IEventLog events) : ITicketStore
{
    internal const string CountOn = "UPDATE ticket_number SET last = last + 1 WHERE year = @Year";

    private const string CountFirst = "INSERT INTO ticket_number (year, last) VALUES (@Year, 1)";

    internal const string Last = "SELECT last FROM ticket_number WHERE year = @Year";

    internal const string Insert = """
        INSERT INTO ticket
          (id, number, customer_id, contract_id, plan_code, plan_version, precedence, handled_as, subject, subject_folded, description,
           urgency, service, site_id, contact_id, channel, channel_in_plan, received_at, recorded_at, late_note, reporter_kind,
           reporter_name, reporter_key, previous_id, status, assignee, round, round_start, pauses, acknowledged_at, confirmed_at, begun_at, presence_wanted_at, presence_wanted_for,
           follow_up_owed, ended_at, outcome, merged_into_id, is_open, queue_rank, queue_due_at, has_missed, next_check_at, version, revision)
        VALUES
          (@Id, @Number, @CustomerId, @ContractId, @PlanCode, @PlanVersion, @Precedence, @HandledAs, @Subject, @SubjectFolded, @Description,
           @Urgency, @Service, @SiteId, @ContactId, @Channel, @ChannelInPlan, @ReceivedAt, @RecordedAt, @LateNote, @ReporterKind,
           @ReporterName, @ReporterKey, @PreviousId, @Status, @Assignee, @Round, @RoundStart, @Pauses, @AcknowledgedAt, @ConfirmedAt, @BegunAt, @PresenceWantedAt, @PresenceWantedFor,
           @FollowUpOwed, @EndedAt, @Outcome, @MergedIntoId, @IsOpen, @QueueRank, @QueueDueAt, @HasMissed, @NextCheckAt, @Version, 1)
        """;

    private const string Update = """
        UPDATE ticket
        SET contract_id = @ContractId, plan_code = @PlanCode, plan_version = @PlanVersion, precedence = @Precedence,
            handled_as = @HandledAs, subject = @Subject, subject_folded = @SubjectFolded, description = @Description, urgency = @Urgency, service = @Service,
            site_id = @SiteId, contact_id = @ContactId, status = @Status, assignee = @Assignee, round = @Round,
            round_start = @RoundStart, pauses = @Pauses, acknowledged_at = @AcknowledgedAt, confirmed_at = @ConfirmedAt,
            begun_at = @BegunAt, presence_wanted_at = @PresenceWantedAt, presence_wanted_for = @PresenceWantedFor, follow_up_owed = @FollowUpOwed, ended_at = @EndedAt, outcome = @Outcome, merged_into_id = @MergedIntoId, is_open = @IsOpen, queue_rank = @QueueRank,
            queue_due_at = @QueueDueAt, has_missed = @HasMissed, next_check_at = @NextCheckAt, version = @Version, revision = revision + 1
        WHERE id = @Id AND revision = @Revision
        """;

    internal const string InsertPromise = """
        INSERT INTO promise (ticket_id, kind, round, terms, due_at, met_at, warned, miss_raised)
        VALUES (@TicketId, @Kind, @Round, @Terms, @DueAt, @MetAt, @Warned, @MissRaised)
        """;

    private const string UpdatePromise = """
        UPDATE promise
        SET terms = @Terms, due_at = @DueAt, met_at = @MetAt, warned = @Warned, miss_raised = @MissRaised
        WHERE ticket_id = @TicketId AND kind = @Kind AND round = @Round
        """;

    private const string ClaimDue = """
        UPDATE ticket
        SET next_check_at = @Until
        WHERE id IN (SELECT id FROM ticket WHERE next_check_at IS NOT NULL AND next_check_at <= @Now ORDER BY next_check_at LIMIT @Limit)
          AND next_check_at <= @Now
        RETURNING id
        """;

    private const string Successor = """
        SELECT id AS Id, number AS Number FROM ticket
        WHERE previous_id = @Id AND is_open = 1
        ORDER BY id DESC
        LIMIT 1
        """;

    private const string OpenOf = "SELECT id FROM ticket WHERE customer_id = @CustomerId AND is_open = 1 ORDER BY id";

    public async Task<Ticket?> FindAsync(TicketId id, CustomerReach reach, CancellationToken ct) =>
        await reader.FindAsync(id, reach, ct) is { } state ? Ticket.FromState(state) : null;

    public async Task<TicketNumber> NextNumberAsync(int year, CancellationToken ct)
    {
        var parameters = new { Year = year };
        if (await db.ExecuteAsync(CountOn, parameters, ct) == 0)
            await db.ExecuteAsync(CountFirst, parameters, ct);
        return new(year, await db.QueryFirstAsync<int>(Last, parameters, ct));
    }

    public async Task AddAsync(Ticket ticket, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, TicketRow.From(ticket), ct);
        foreach (var promise in ticket.ToState().Promises)
            await db.ExecuteAsync(InsertPromise, PromiseRow.From(ticket.Id, promise), ct);
        await events.AppendAsync(ticket.Events, ct);
    }

    public async Task SaveAsync(Ticket ticket, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, TicketRow.From(ticket), ct) == 0)
            throw TicketErrors.ChangedMeanwhile();

        foreach (var promise in ticket.ToState().Promises)
        {
            var row = PromiseRow.From(ticket.Id, promise);
            if (await db.ExecuteAsync(UpdatePromise, row, ct) == 0)
                await db.ExecuteAsync(InsertPromise, row, ct);
        }

        await events.AppendAsync(ticket.Events, ct);
    }

    public async Task<IReadOnlyList<TicketId>> ClaimDueAsync(Instant now, Instant until, int limit, CancellationToken ct)
    {
        var ids = await db.ClaimAsync<string>(ClaimDue, new { Now = DbText.From(now), Until = DbText.From(until), Limit = limit }, ct);
        return ToIds(ids.Order(StringComparer.Ordinal));
    }

    public async Task<TicketSuccessor?> FindSuccessorAsync(TicketId id, CancellationToken ct) =>
        await db.QueryFirstAsync<SuccessorRow>(Successor, new { Id = DbText.From(id.Value) }, ct) is { } row
            ? new(new(DbText.ToId(row.Id)), TicketNumber.Parse(row.Number))
            : null;

    public async Task<IReadOnlyList<TicketId>> OpenOfAsync(CustomerId customer, CancellationToken ct) =>
        ToIds(await db.QueryAsync<string>(OpenOf, new { CustomerId = DbText.From(customer.Value) }, ct));

    private static IReadOnlyList<TicketId> ToIds(IEnumerable<string> ids) => [.. ids.Select(id => new TicketId(DbText.ToId(id)))];
}

internal sealed class SuccessorRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }
}
