using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What a session says of what goes wrong on a server.</summary>
public sealed class SqlServerSessionTests
{
    private const string Write = "INSERT INTO ticket_number (year, last) VALUES (@Year, 1)";

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Statement_ThatIsRefused_IsToldByItsNumberAndNotByWhatWasWritten()
    {
        await using var database = await SqlServerDatabase.MigratedAsync();

        var refused = await database.UseAsync<DbSession, DbException>(async db =>
        {
            await db.ExecuteAsync(Write, new { Year = 1987 }, None);
            return Assert.CatchAsync<DbException>(() => db.ExecuteAsync(Write, new { Year = 1987 }, None))!;
        });
        var unread = await database.UseAsync<DbSession, DbException>(
            db => Task.FromResult(Assert.CatchAsync<DbException>(() => db.QueryAsync<int>("SELECT CAST(@Name AS int)", new { Name = "Quattrocchi" }, None))!));

        Assert.That((refused.IsDuplicateKey(), unread.IsDuplicateKey()), Is.EqualTo((true, false)));
        Assert.That(refused.ToString(), Does.Contain("error 2627").And.Not.Contain("1987"));
        Assert.That(unread.ToString(), Does.Contain("SQL Server refused a statement with error").And.Not.Contain("Quattrocchi"));
    }

    [Test]
    public async Task Statement_ThatIsCalledBack_IsCancelledAndNotFailed()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        await using var holder = new TestDatabase(SqlServerDatabase.Open(connectionString), () => SqlServerForTests.DropAsync(connectionString));
        await holder.Services.GetRequiredService<IDatabase>().MigrateAsync(None);
        await using var waiting = SqlServerDatabase.Open(connectionString);
        await using var scope = waiting.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await holder.UseAsync<ITransactions>(transactions => transactions.RunAsync(
            () => Task.FromResult(Assert.CatchAsync<OperationCanceledException>(() => db.ExecuteAsync(Write, new { Year = 1987 }, soon.Token))), None));

        Assert.That(await db.QueryFirstAsync<int>("SELECT COUNT(*) FROM ticket_number", null, None), Is.Zero, "and the session goes on");
    }

    [Test]
    public async Task Connection_WhereAllAreInUse_IsWaitedForAndThenRefusedAsBusy()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        await using (var migrated = SqlServerDatabase.Open(connectionString))
            await migrated.GetRequiredService<IDatabase>().MigrateAsync(None);
        await using var database = new TestDatabase(
            SqlServerDatabase.Open(new SqlConnectionStringBuilder(connectionString) { MaxPoolSize = 1, ConnectTimeout = 1 }.ToString()),
            () => SqlServerForTests.DropAsync(connectionString));

        await database.UseAsync<ITransactions>(holder => holder.RunAsync(
            () => Task.FromResult(Assert.ThrowsAsync<BusyException>(
                () => database.UseAsync<DbSession>(other => other.QueryAsync<int>("SELECT 1", null, None)))),
            None));
    }

    [Test]
    public async Task Connection_WhileManyWaitForTheirTurnToWrite_IsThereForReaders()
    {
        var connectionString = SqlServerForTests.EmptyDatabase();
        await using (var migrated = SqlServerDatabase.Open(connectionString))
            await migrated.GetRequiredService<IDatabase>().MigrateAsync(None);
        await using var database = new TestDatabase(
            SqlServerDatabase.Open(new SqlConnectionStringBuilder(connectionString) { MaxPoolSize = 2, ConnectTimeout = 5 }.ToString()),
            () => SqlServerForTests.GiveBackAsync(connectionString));

        var waiting = await database.UseAsync<ITransactions, Task<int[]>>(holder => holder.RunAsync(
            async () =>
            {
                var writers = Enumerable.Range(1987, 3).Select(WriteAsync).ToList();
                await Task.WhenAll(writers.Select(writer => writer.HasRead));
                Assert.That(await database.UseAsync<DbSession, int>(db => db.QueryFirstAsync<int>("SELECT 7", null, None)), Is.EqualTo(7));
                return Task.WhenAll(writers.Select(writer => writer.Written));
            },
            None));

        Assert.That(await waiting, Has.All.EqualTo(1));

        (Task HasRead, Task<int> Written) WriteAsync(int year)
        {
            var hasRead = new TaskCompletionSource();
            return (hasRead.Task, database.UseAsync<DbSession, int>(async db =>
            {
                await db.QueryFirstAsync<int>("SELECT 1", null, None);
                var written = db.ExecuteAsync(Write, new { Year = year }, None);
                hasRead.SetResult();
                return await written;
            }));
        }
    }

    [Test]
    public async Task Read_OfADatabaseWhoseOwnerAllowsNoSnapshots_IsOfOneStateAllTheSame()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        await using var database = new TestDatabase(SqlServerDatabase.Open(connectionString), () => SqlServerForTests.DropAsync(connectionString));
        await database.Services.GetRequiredService<IDatabase>().MigrateAsync(None);
        await using (var owner = new SqlConnection(connectionString))
        {
            await owner.OpenAsync(None);
            await using var forbid = owner.CreateCommand();
            forbid.CommandText = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION OFF";
            // Who does not take it has snapshots always.
            await TryAsync(forbid);
        }

        var written = Task.FromResult(0);
        var counts = await database.UseAsync<DbSession, (int, int)>(db => db.ReadAsync(
            async () =>
            {
                var before = await db.QueryFirstAsync<int>("SELECT COUNT(*) FROM ticket_number", null, None);
                written = database.UseAsync<DbSession, int>(other => other.ExecuteAsync(Write, new { Year = 1987 }, None));
                await Task.WhenAny(written, Task.Delay(TimeSpan.FromSeconds(1), None));
                return (before, await db.QueryFirstAsync<int>("SELECT COUNT(*) FROM ticket_number", null, None));
            },
            None));

        Assert.That((counts, await written), Is.EqualTo(((0, 0), 1)));

        static async Task TryAsync(SqlCommand command)
        {
            try
            {
                await command.ExecuteNonQueryAsync(None);
            }
            catch (SqlException refused)
            {
                await TestContext.Out.WriteLineAsync(refused.Message);
            }
        }
    }

    [Test]
    public async Task Connection_ToADatabaseThatIsNotThere_IsAnOutage()
    {
        await using var database = SqlServerDatabase.New();

        Assert.ThrowsAsync<UnavailableException>(() => database.UseAsync<DbSession>(db => db.QueryAsync<int>("SELECT 1", null, None)));
    }
}
