using MisterAssist.Application.Events;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Interventions;

internal sealed class SqlInterventionStore(DbSession db, IEventLog events) : IInterventionStore
{
    private const string Select = """
        SELECT i.id AS Id, i.ticket_id AS TicketId, i.customer_id AS CustomerId, i.site_id AS SiteId, i.mode AS Mode,
               i.entitlement AS Entitlement, i.follows_id AS FollowsId, i.our_fault AS OurFault, i.created_at AS CreatedAt,
               i.status AS Status, i.former_sites AS FormerSites, i.starts_at AS StartsAt, i.appointment AS Appointment, i.travelling_at AS TravellingAt,
               i.arrived_at AS ArrivedAt, i.begun_by AS BegunBy, i.told_ahead AS ToldAhead, i."plan" AS "Plan", i.presence AS Presence, i.ended_at AS EndedAt, i.outcome AS Outcome, i.ending AS Ending,
               i.parts AS Parts, i.parts_put_down AS PartsPutDown, i.contest AS Contest, i.reported_by AS ReportedBy, i.version AS Version
        FROM intervention i
        """;

    private const string InReach = "i.customer_id IN @Reach";

    private const string InOrder = "ORDER BY i.id LIMIT @Limit";

    private const string OpenOf = $"{Select} WHERE i.ticket_id = @Ticket AND i.status IN ('planned', 'travelling', 'started') ORDER BY i.id";

    private const string ByTechnician = "i.id IN (SELECT t.intervention_id FROM intervention_technician t WHERE t.technician_id = @Technician)";

    private const string Insert = """
        INSERT INTO intervention
          (id, ticket_id, customer_id, site_id, mode, entitlement, follows_id, our_fault, created_at, status, former_sites, starts_at, appointment,
           travelling_at, arrived_at, begun_by, told_ahead, "plan", presence, ended_at, outcome, ending, parts, parts_put_down, contest, reported_by, version)
        VALUES
          (@Id, @TicketId, @CustomerId, @SiteId, @Mode, @Entitlement, @FollowsId, @OurFault, @CreatedAt, @Status, @FormerSites, @StartsAt, @Appointment,
           @TravellingAt, @ArrivedAt, @BegunBy, @ToldAhead, @Plan, @Presence, @EndedAt, @Outcome, @Ending, @Parts, @PartsPutDown, @Contest, @ReportedBy, @Version)
        """;

    private const string Update = """
        UPDATE intervention
        SET site_id = @SiteId, former_sites = @FormerSites, mode = @Mode, our_fault = @OurFault, status = @Status, starts_at = @StartsAt, appointment = @Appointment, travelling_at = @TravellingAt,
            arrived_at = @ArrivedAt, begun_by = @BegunBy, told_ahead = @ToldAhead, "plan" = @Plan, presence = @Presence, ended_at = @EndedAt, outcome = @Outcome, ending = @Ending, parts = @Parts, parts_put_down = @PartsPutDown,
            contest = @Contest, reported_by = @ReportedBy, version = @Version
        WHERE id = @Id AND version = @LoadedVersion
        """;

    private const string DeleteTechnicians = "DELETE FROM intervention_technician WHERE intervention_id = @Id";

    private const string InsertTechnician = """
        INSERT INTO intervention_technician (intervention_id, technician_id, busy_from, busy_to)
        VALUES (@InterventionId, @TechnicianId, @BusyFrom, @BusyTo)
        """;

    private const string Busy = """
        SELECT t.busy_from AS BusyFrom, t.busy_to AS BusyTo, CASE i.status WHEN 'started' THEN 1 ELSE 0 END AS IsAtWork
        FROM intervention_technician t
        JOIN intervention i ON i.id = t.intervention_id
        WHERE t.technician_id = @Technician AND t.busy_from < @To AND t.intervention_id <> @Except
          AND (t.busy_to > @From OR (i.status = 'started' AND @Now >= @From))
        ORDER BY t.busy_from
        """;

    private const string AtWork = """
        SELECT i.arrived_at
        FROM intervention_technician t
        JOIN intervention i ON i.id = t.intervention_id
        WHERE t.technician_id = @Technician AND t.busy_from <= @At AND i.status = 'started' AND i.arrived_at <= @At AND t.intervention_id <> @Except
        ORDER BY i.arrived_at
        LIMIT 1
        """;

    private const string DeleteEntries = "DELETE FROM time_entry WHERE intervention_id = @Id";

    private const string InsertEntry = """
        INSERT INTO time_entry (intervention_id, place, technician_id, worked_from, worked_to)
        VALUES (@InterventionId, @Place, @TechnicianId, @WorkedFrom, @WorkedTo)
        """;

    private const string WorkedElsewhere = """
        SELECT intervention_id AS InterventionId, place AS Place, technician_id AS TechnicianId, worked_from AS WorkedFrom, worked_to AS WorkedTo
        FROM time_entry
        WHERE technician_id = @TechnicianId AND worked_to > @WorkedFrom AND worked_from < @WorkedTo AND intervention_id <> @InterventionId
        ORDER BY worked_to
        """;

    public async Task<Intervention?> FindAsync(InterventionId id, CustomerReach reach, CancellationToken ct)
    {
        var conditions = Within(reach);
        conditions.Add("i.id = @Id", ("Id", DbText.From(id.Value)));
        return (await QueryAsync(conditions, "", 1, ct)).SingleOrDefault();
    }

    public async Task AddAsync(Intervention intervention, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, InterventionRow.From(intervention.ToState(), 0), ct);
        await AddWorkAsync(intervention.ToState(), ct);
        await events.AppendAsync(intervention.Events, ct);
    }

    public async Task SaveAsync(Intervention intervention, CancellationToken ct)
    {
        var state = intervention.ToState();
        if (await db.ExecuteAsync(Update, InterventionRow.From(state, intervention.LoadedVersion), ct) == 0)
            throw InterventionErrors.ChangedMeanwhile();

        var parameters = new { Id = DbText.From(state.Id.Value) };
        await db.ExecuteAsync(DeleteTechnicians, parameters, ct);
        await db.ExecuteAsync(DeleteEntries, parameters, ct);
        await AddWorkAsync(state, ct);
        await events.AppendAsync(intervention.Events, ct);
    }

    public async Task<IReadOnlyList<Intervention>> OpenOfAsync(TicketId ticket, CancellationToken ct)
    {
        var rows = await db.QueryAsync<InterventionRow>(OpenOf, new { Ticket = DbText.From(ticket.Value) }, ct);
        return [.. rows.Select(row => row.ToIntervention())];
    }

    public async Task<Page<Intervention>> ListAsync(
        InterventionFilter filter, CustomerReach reach, int limit, InterventionId? after, CancellationToken ct)
    {
        var conditions = Within(reach);
        if (filter.TicketId is { } ticket)
            conditions.Add("i.ticket_id = @Ticket", ("Ticket", DbText.From(ticket.Value)));
        if (filter.CustomerId is { } customer)
            conditions.Add("i.customer_id = @Customer", ("Customer", DbText.From(customer.Value)));
        if (filter.Technician is { } technician)
            conditions.Add(ByTechnician, ("Technician", DbText.From(technician.Value)));
        if (filter.Statuses.Count > 0)
            conditions.Add("i.status IN @Statuses", ("Statuses", filter.Statuses.Select(status => DbText.From(status))));
        if (after is { } last)
            conditions.Add("i.id > @After", ("After", DbText.From(last.Value)));
        return Page.FromOneMore(await QueryAsync(conditions, InOrder, limit + 1, ct), limit);
    }

    public async Task<IReadOnlyList<Slot>> BusyAsync(TechnicianId technician, Slot within, InterventionId? except, Instant now, CancellationToken ct)
    {
        var parameters = new
        {
            Technician = DbText.From(technician.Value),
            From = DbText.From(within.From),
            To = DbText.From(within.To),
            Except = DbText.From(except?.Value) ?? "",
            Now = DbText.From(now),
        };
        return [.. (await db.QueryAsync<TechnicianRow>(Busy, parameters, ct)).Select(row => row.ToSlot(now))];
    }

    public async Task<Instant?> AtWorkSinceAsync(TechnicianId technician, InterventionId except, Instant at, CancellationToken ct)
    {
        var parameters = new { Technician = DbText.From(technician.Value), Except = DbText.From(except.Value), At = DbText.From(at) };
        return DbText.ToInstantOrNull((await db.QueryAsync<string>(AtWork, parameters, ct)).SingleOrDefault());
    }

    public async Task<IReadOnlyList<TimeEntry>> WorkedElsewhereAsync(TimeEntry meanwhile, InterventionId except, CancellationToken ct) =>
        [.. (await db.QueryAsync<TimeEntryRow>(WorkedElsewhere, TimeEntryRow.From(except, 0, meanwhile), ct)).Select(row => row.ToEntry())];

    private static Conditions Within(CustomerReach reach)
    {
        var conditions = new Conditions();
        if (reach.Only is { } only)
            conditions.Add(InReach, ("Reach", only.Select(customer => DbText.From(customer.Value))));
        return conditions;
    }

    private async Task<IReadOnlyList<Intervention>> QueryAsync(Conditions conditions, string orderBy, int limit, CancellationToken ct)
    {
        var rows = await db.QueryAsync<InterventionRow>($"{Select}\n{conditions.Where}\n{orderBy}", conditions.With("Limit", limit), ct);
        return [.. rows.Select(row => row.ToIntervention())];
    }

    private async Task AddWorkAsync(InterventionState state, CancellationToken ct)
    {
        foreach (var technician in TechnicianRow.Of(state))
            await db.ExecuteAsync(InsertTechnician, technician, ct);
        foreach (var (i, entry) in (state.Ending?.TimeEntries ?? []).Index())
            await db.ExecuteAsync(InsertEntry, TimeEntryRow.From(state.Id, i + 1, entry), ct);
    }
}
