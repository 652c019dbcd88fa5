using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using MisterAssist.Infrastructure.Shared.SqlServer;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What a claim does on a server by itself, for those who wait for no turn.</summary>
public sealed class SqlServerClaimTests
{
    private const string Claim = """
        UPDATE due_work
        SET due_at = 9
        WHERE id IN (SELECT id FROM due_work WHERE due_at <= 1 ORDER BY due_at, id LIMIT 2)
          AND due_at <= 1
        RETURNING id
        """;

    private string _server = "";

    [SetUp]
    public async Task MakeWork()
    {
        _server = "";
        _server = new SqlConnectionStringBuilder(SqlServerForTests.NewDatabase()) { PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock }.ToString();
        await new SqlServerSetup(_server, NullLogger.Instance).RunAsync(CancellationToken.None);
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync("CREATE TABLE due_work (id int NOT NULL PRIMARY KEY, due_at int NOT NULL)");
        await connection.ExecuteAsync("CREATE INDEX ix_due_work ON due_work (due_at, id)");
        await connection.ExecuteAsync("INSERT INTO due_work (id, due_at) VALUES (1, 0), (2, 0), (3, 1), (4, 1), (5, 2)");
    }

    [TearDown]
    public async Task DropWork()
    {
        if (_server.Length > 0)
            await SqlServerForTests.DropAsync(_server);
    }

    [Test]
    public async Task Claim_WhileAnotherIsAtIt_GivesNothingTwice()
    {
        await using var first = await OpenAsync();
        await using var one = await first.BeginTransactionAsync();
        var claimed = await ClaimAsync(first, one);
        await using var second = await OpenAsync();

        var other = Task.Run(() => ClaimAsync(second, null));
        await one.CommitAsync();

        Assert.That(claimed, Is.EqualTo(new[] { 1, 2 }));
        Assert.That((await other).Intersect(claimed), Is.Empty);
        Assert.That((await other).Concat(await ClaimAsync(second, null)).Distinct(), Is.EquivalentTo(new[] { 3, 4 }));
    }

    [Test]
    public async Task Claim_OfWhatAnotherHolds_PassesOverItAndWaitsForNobody()
    {
        await using var first = await OpenAsync();
        if (await first.ExecuteScalarAsync<int?>("SELECT CAST(SERVERPROPERTY('Babelfish') AS int)") == 1)
            Assert.Ignore("Babelfish passes over hints for locks: see docs/operations.md.");
        await using var one = await first.BeginTransactionAsync();
        await ClaimAsync(first, one);
        await using var second = await OpenAsync();

        Assert.That(await ClaimAsync(second, null), Is.EqualTo(new[] { 3, 4 }));
    }

    private static async Task<IReadOnlyList<int>> ClaimAsync(DbConnection connection, DbTransaction? transaction) =>
        [.. (await connection.QueryAsync<int>(TransactSql.Of(Claim), transaction: transaction, commandTimeout: 30)).Order()];

    private async Task<DbConnection> OpenAsync()
    {
        var connection = new SqlConnection(_server);
        await connection.OpenAsync();
        return connection;
    }
}
