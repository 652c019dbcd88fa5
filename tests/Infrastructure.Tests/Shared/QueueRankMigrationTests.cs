using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as it was before free follow-ups came first in the queue: its open tickets move on by one place.</summary>
public sealed class QueueRankMigrationTests
{
    private const string LastBefore = "0009_technicians_prices_parts";

    private const string Insert = """
        INSERT INTO ticket
          (id, number, customer_id, plan_code, plan_version, precedence, handled_as, subject, subject_folded, description, urgency, channel, channel_in_plan,
           received_at, recorded_at, reporter_kind, reporter_name, status, round, round_start, pauses, is_open, queue_rank, queue_due_at, has_missed, version)
        SELECT @Number, @Number, 'c', 'silver', 1, 998, 'normal', 's', 's', 'd', 'normal', 'email', 1,
               'r', 'r', 'staff', 'Anna', 'new', 1, 'r', '[]', 1, @Rank, 'q', 0, 1
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Migrate_ADatabaseOfBefore_MovesQueueRanksOnByOne()
    {
        await using var database = SqliteFile.New();
        await OlderSchema.MigrateAsync(database, LastBefore);
        await database.UseAsync<IPlanStore>(plans => plans.AddIfAbsentAsync(PlanSamples.Plan(), None));
        await database.UseAsync<DbSession>(async db =>
        {
            await db.ExecuteAsync(Insert, new { Number = "urgent", Rank = 0 }, None);
            await db.ExecuteAsync(Insert, new { Number = "normal", Rank = 1 }, None);
        });

        await database.UseAsync<IDatabase>(all => all.MigrateAsync(None));

        var kept = await database.UseAsync<DbSession, IReadOnlyList<string>>(
            db => db.QueryAsync<string>("SELECT number || ' ' || queue_rank || ' ' || follow_up_owed FROM ticket ORDER BY queue_rank", null, None));
        Assert.That(kept, Is.EqualTo(new[] { "urgent 1 0", "normal 2 0" }));
    }
}
