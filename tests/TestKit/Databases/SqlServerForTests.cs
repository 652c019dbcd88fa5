using Microsoft.Data.SqlClient;
using NUnit.Framework;

namespace MisterAssist.TestKit.Databases;

/// <summary>The server on which tests make databases of their own; where there is none they are ignored, and say so.</summary>
/// <remarks>
/// A server is named by the environment variable <c>MISTERASSIST_TEST_SQLSERVER</c>, a connection string whose user may create databases; or it
/// comes in a container, where the tests are built with <c>-p:Testcontainers=true</c>.
/// </remarks>
public static class SqlServerForTests
{
    private const string Variable = "MISTERASSIST_TEST_SQLSERVER";
    private const int Tries = 100;

    private static readonly string Run = Path.GetRandomFileName()[..8];
    private static readonly Lazy<string?> Server = new(() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : SqlServerContainer.Start());

    private static int _count;

    public static bool IsThere => Server.Value is not null;

    /// <summary>Where a new database will be that is not there yet. Ignores the test that asks where there is no server.</summary>
    public static string NewDatabase()
    {
        if (Server.Value is not { } server)
        {
            Assert.Ignore($"No SQL Server: name one in {Variable}, or build the tests with -p:Testcontainers=true where containers run.");
            throw new InvalidOperationException("unreachable: the test is ignored");
        }

        return new SqlConnectionStringBuilder(server) { InitialCatalog = $"misterassist_{Run}_{Interlocked.Increment(ref _count)}" }.ToString();
    }

    /// <summary>
    /// Where a database is in which nothing stands, with all tables or with none yet; <see cref="GiveBackAsync"/> takes it. Ignores the test that asks
    /// where there is no server.
    /// </summary>
    public static string EmptyDatabase() => EmptiedDatabases.Take() ?? NewDatabase();

    /// <summary>Lets another test have a database that was migrated, in which nobody works any more. What cannot be emptied is dropped.</summary>
    public static async Task GiveBackAsync(string connectionString)
    {
        if (!await EmptiedDatabases.TryKeepAsync(connectionString))
            await DropAsync(connectionString);
    }

    /// <summary>Drops a database, if it is there.</summary>
    public static async Task DropAsync(string connectionString)
    {
        // The pools of others are filled again.
        SqlConnection.ClearAllPools();
        var parts = new SqlConnectionStringBuilder(connectionString);
        var name = parts.InitialCatalog;
        parts.InitialCatalog = "master";
        await using var master = new SqlConnection(parts.ToString());
        await master.OpenAsync();
        var left = Tries;
        while (!await IsDroppedAsync(master, name, isLast: --left == 0))
            await Task.Delay(100);
    }

    /// <summary>The server takes a moment to see that a connection was closed.</summary>
    private static async Task<bool> IsDroppedAsync(SqlConnection master, string name, bool isLast)
    {
        try
        {
            await using var drop = master.CreateCommand();
            drop.CommandText = $"IF DB_ID('{name}') IS NOT NULL DROP DATABASE [{name}]";
            await drop.ExecuteNonQueryAsync();
            return true;
        }
        catch (SqlException) when (!isLast)
        {
            return false;
        }
    }
}
