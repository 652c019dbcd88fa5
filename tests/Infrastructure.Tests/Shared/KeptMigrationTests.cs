using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as it was before billing: what it kept is copied to where it is looked for now, and what was issued is owed.</summary>
public sealed class KeptMigrationTests
{
    private const string LastBefore = "0012_calendar_feedback_history";

    private const string Insert = """
        INSERT INTO customer (id, kind, name, name_folded, street, postal_code, city, province, country, ask_before_any_part, created_at, version)
        VALUES (@Customer, 'company', 'n', 'n', 's', '20121', 'Milano', 'MI', 'IT', 0, 'r', 1);
        INSERT INTO ticket
          (id, number, customer_id, plan_code, plan_version, precedence, handled_as, subject, subject_folded, description, urgency, channel, channel_in_plan,
           received_at, recorded_at, reporter_kind, reporter_name, status, round, round_start, pauses, is_open, queue_rank, queue_due_at, has_missed, version, site_id, merged_into_id)
        VALUES
          ('t', 't', @Customer, 'silver', 1, 998, 'normal', 's', 's', 'd', 'normal', 'email', 1, 'r', 'r', 'staff', 'Anna', 'new', 1, 'r', '[]', 1, 1, 'q', 0, 1, 'now', NULL),
          ('b', 'b', @Customer, 'silver', 1, 998, 'normal', 's', 's', 'd', 'normal', 'email', 1, 'r', 'r', 'staff', 'Anna', 'closed', 1, 'r', '[]', 0, 1, 'q', 0, 1, NULL, 't'),
          ('a', 'a', @Customer, 'silver', 1, 998, 'normal', 's', 's', 'd', 'normal', 'email', 1, 'r', 'r', 'staff', 'Anna', 'closed', 1, 'r', '[]', 0, 1, 'q', 0, 1, NULL, 'b');
        INSERT INTO quote (id, number, ticket_id, customer_id, valid_until_on, valid_until_at, total, created_at, version)
        VALUES ('q', 'q', 'a', @Customer, 'd', 'd', 100, 'r', 3);
        INSERT INTO intervention
          (id, ticket_id, customer_id, site_id, mode, entitlement, created_at, status, ending, parts, parts_put_down, version)
        VALUES
          ('done', 't', @Customer, 'then', 'on_site', 'billable', 'r', 'completed', '{"timeEntries":[{"technician":"a","from":"1","to":"2"},{"technician":"b","from":"3","to":"4"}]}', '[]', 0, 1),
          ('planned', 't', @Customer, 'then', 'on_site', 'billable', 'r', 'planned', NULL, '[]', 0, 1),
          ('sealed', 't', @Customer, 'then', 'on_site', 'billable', 'r', 'completed', NULL, '[]', 0, 1);
        INSERT INTO work_report (id, intervention_id, ticket_id, customer_id, status, created_at, replaces_id, voided, version)
        VALUES ('first', 'done', 't', @Customer, 'voided', 'r', NULL, '{"reason":"Why"}', 2), ('second', 'done', 't', @Customer, 'draft', 'r', 'first', NULL, 1),
          ('issued', 'sealed', 't', @Customer, 'issued', 'r', NULL, NULL, 2);
        INSERT INTO issued_report (report_id, number, issued_at, net_cents, content, sha256)
        VALUES ('issued', 'RL-2026-000001', '2026-10-31T23:30:00.000000Z', 4000, '{"lines":[{"number":1,"kind":"call_out","amount":4000},{"number":2,"kind":"labour","amount":0}]}', 's');
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Migrate_ADatabaseOfBefore_KeepsWhatWasTold()
    {
        await using var database = SqliteFile.New();
        await OlderSchema.MigrateAsync(database, LastBefore);
        await database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(PlanSamples.Plan(), None));
        await database.UseAsync<DbSession>(db => db.ExecuteAsync(Insert, new { Customer = "c" }, None));

        await database.UseAsync<IDatabase>(all => all.MigrateAsync(None));

        Assert.That(
            await ReadAsync("SELECT intervention_id || ' ' || place || ' ' || technician_id || ' ' || worked_from || '-' || worked_to FROM time_entry ORDER BY place"),
            Is.EqualTo(new[] { "done 1 a 1-2", "done 2 b 3-4" }));
        Assert.That(await ReadAsync("SELECT site_id FROM intervention ORDER BY id"), Is.EqualTo(new[] { "then", "now", "then" }));
        Assert.That(await ReadAsync("SELECT voided ->> 'replacedBy' FROM work_report WHERE voided IS NOT NULL"), Is.EqualTo(new[] { "second" }));

        Assert.That(await ReadAsync("SELECT ticket_id || ' ' || version FROM quote"), Is.EqualTo(new[] { "t 4" }));
        // In Rome it was November.
        Assert.That(
            await ReadAsync("SELECT customer_id || ' ' || state || ' ' || accrued_on || ' ' || report_line || ' ' || amount || ' ' || line FROM charge ORDER BY report_line"),
            Is.EqualTo(new[]
            {
                """c open 2026-11-01 1 4000 {"kind":"call_out","amount":4000}""", """c open 2026-11-01 2 0 {"kind":"labour","amount":0}""",
            }));

        Task<IReadOnlyList<string>> ReadAsync(string sql) => KeptMigrationTests.ReadAsync(database, sql);
    }

    [TestCase("travelling", null, "travel")]
    [TestCase("cancelled", null, "travel")]
    [TestCase("started", null, "start")]
    [TestCase("completed", "nobody_there", "nobody_there")]
    [TestCase("completed", "solved", "complete")]
    public async Task Migrate_WhatAPhoneAheadToldLast_IsKeptAsItsEvent(string status, string? outcome, string expected)
    {
        await using var database = SqliteFile.New();
        await OlderSchema.MigrateAsync(database, "0014_billing");
        await database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(PlanSamples.Plan(), None));
        await database.UseAsync<DbSession>(db => db.ExecuteAsync(Insert[..Insert.IndexOf("INSERT INTO quote", StringComparison.Ordinal)], new { Customer = "c" }, None));
        await database.UseAsync<DbSession>(db => db.ExecuteAsync(
            """
            INSERT INTO intervention (id, ticket_id, customer_id, mode, entitlement, created_at, status, outcome, parts, parts_put_down, told_ahead, version)
            VALUES ('ahead', 't', 'c', 'on_site', 'billable', 'r', @Status, @Outcome, '[]', 0, '2026-11-16T09:00:00.000000Z', 2),
              ('other', 't', 'c', 'on_site', 'billable', 'r', @Status, @Outcome, '[]', 0, NULL, 2)
            """, new { Status = status, Outcome = outcome }, None));

        await database.UseAsync<IDatabase>(all => all.MigrateAsync(None));

        Assert.That(
            await ReadAsync(database, "SELECT id || coalesce(told_ahead, '') FROM intervention ORDER BY id"),
            Is.EqualTo(new[] { $$"""ahead[{"move":"{{expected}}","at":"2026-11-16T09:00:00.000000Z"}]""", "other" }));
    }

    private static Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, string sql) =>
        database.UseAsync<DbSession, IReadOnlyList<string>>(db => db.QueryAsync<string>(sql, null, None));
}
