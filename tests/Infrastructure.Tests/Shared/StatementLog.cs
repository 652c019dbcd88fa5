using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Infrastructure.Shared;
using SQLitePCL;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Hears which statements the application really runs, and asks the engine how it would run them.</summary>
/// <remarks>A connection goes back to its pool and comes out of it again, so the one that is listened to here is the one that a session gets.</remarks>
internal static class StatementLog
{
    /// <summary>How the engine runs the first statement of a piece of work: one line for each step.</summary>
    public static async Task<string> PlanOfFirstAsync<TService>(this TestDatabase database, Func<TService, Task> work)
        where TService : notnull
    {
        var first = (await database.StatementsOfAsync(work)).First(statement => !statement.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase)
            && !statement.StartsWith("BEGIN", StringComparison.Ordinal));
        await using var connection = Connection(database);
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {first}";
        foreach (var name in Names(first))
            explain.Parameters.AddWithValue(name, DBNull.Value);
        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }

    /// <summary>All statements of a piece of work.</summary>
    public static async Task<IReadOnlyList<string>> StatementsOfAsync<TService>(this TestDatabase database, Func<TService, Task> work)
        where TService : notnull
    {
        var statements = new List<string>();
        await ListenAsync(database, (_, statement, _) => statements.Add(statement));
        await database.UseAsync(work);
        await ListenAsync(database, null);
        return statements;
    }

    private static IEnumerable<string> Names(string statement) =>
        System.Text.RegularExpressions.Regex.Matches(statement, "@[A-Za-z0-9]+", default, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct();

    private static async Task ListenAsync(TestDatabase database, strdelegate_profile? listener)
    {
        await using var connection = Connection(database);
        await connection.OpenAsync();
        raw.sqlite3_profile(connection.Handle, listener, null);
    }

    private static SqliteConnection Connection(TestDatabase database) =>
        new(database.Services.GetRequiredService<DbSettings>().ConnectionString);
}
