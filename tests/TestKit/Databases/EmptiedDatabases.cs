using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace MisterAssist.TestKit.Databases;

/// <summary>Databases that a test is done with, emptied for the next one: to make one, with all its tables, takes a server seconds.</summary>
internal static class EmptiedDatabases
{
    /// <summary>What migrations put there, as they did.</summary>
    private static readonly Dictionary<string, string> Founded = new()
    {
        ["schema_migration"] = "",
        ["sandbox_clock"] = "UPDATE sandbox_clock SET ahead = 0;",
        ["invoice_file_number"] = "UPDATE invoice_file_number SET last = 0;",
    };

    private static readonly ConcurrentBag<string> Ready = [];

    static EmptiedDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync().GetAwaiter().GetResult();

    /// <summary>The connection string of one; null where none is left.</summary>
    public static string? Take() => Ready.TryTake(out var connectionString) ? connectionString : null;

    /// <summary>Empties a database and keeps it; false where that fails.</summary>
    public static async Task<bool> TryKeepAsync(string connectionString)
    {
        try
        {
            await EmptyAsync(connectionString);
            Ready.Add(connectionString);
            return true;
        }
        catch (SqlException)
        {
            return false;
        }
    }

    /// <summary>Drops all that were kept.</summary>
    private static async Task DropAsync()
    {
        try
        {
            while (Take() is { } connectionString)
                await SqlServerForTests.DropAsync(connectionString);
        }
        catch (SqlException)
        {
            // A server that came in a container is gone, and they with it.
        }
    }

    private static async Task EmptyAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = (await PairsAsync(connection, "SELECT name, name FROM sys.tables")).Select(table => table.First).ToHashSet(StringComparer.Ordinal);
        var references = await PairsAsync(connection, "SELECT OBJECT_NAME(parent_object_id), OBJECT_NAME(referenced_object_id) FROM sys.foreign_keys");
        await using var empty = connection.CreateCommand();
        empty.CommandText = string.Join('\n', Emptied(tables, [.. references.Where(reference => reference.First != reference.Second)]));
        await empty.ExecuteNonQueryAsync();
    }

    /// <summary>What refers to others is emptied before them. To what nobody refers can be truncated: it is counted from 1 again, and no trigger forbids it.</summary>
    private static IEnumerable<string> Emptied(HashSet<string> tables, IReadOnlyList<(string From, string To)> references)
    {
        while (tables.Count > 0)
        {
            var next = tables.Where(table => !references.Any(reference => reference.To == table && tables.Contains(reference.From))).ToList();
            if (next.Count == 0)
                throw new InvalidOperationException($"These refer to each other: {string.Join(", ", tables)}");

            foreach (var table in next)
            {
                var isReferredTo = references.Any(reference => reference.To == table);
                yield return Founded.TryGetValue(table, out var reset) ? reset : isReferredTo ? $"DELETE FROM [{table}];" : $"TRUNCATE TABLE [{table}];";
            }

            tables.ExceptWith(next);
        }
    }

    private static async Task<IReadOnlyList<(string First, string Second)>> PairsAsync(SqlConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync())
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        return pairs;
    }
}
