using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Databases;

/// <summary>A database that is copied from or to, in a transaction in which nobody else writes to it.</summary>
internal sealed class CopySide : IAsyncDisposable
{
    /// <summary>A server takes 2100 in a statement, and a thousand rows.</summary>
    private const int MostParameters = 2000;
    private const int MostRows = 500;
    private const long MostBytes = 1_000_000;

    private const int NoLimit = 0;

    private readonly DbEngine _engine;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private CopySide(DbEngine engine, DbConnection connection, DbTransaction transaction) =>
        (_engine, _connection, _transaction) = (engine, connection, transaction);

    public static async Task<CopySide> OpenAsync(DbEngine engine, CancellationToken ct)
    {
        var connection = await engine.OpenExistingAsync(ct);
        try
        {
            return new(engine, connection, await engine.BeginAsync(connection, ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<long> CountAsync(Table table, CancellationToken ct) => _connection.ExecuteScalarAsync<long>(Command($"SELECT COUNT(*) FROM {Quoted(table.Name)}", null, ct));

    public Task ClearAsync(Table table, CancellationToken ct) => _connection.ExecuteAsync(Command($"DELETE FROM {Quoted(table.Name)}", null, ct));

    /// <summary>All rows, one at a time, as they are on every engine.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync(Table table, [EnumeratorCancellation] CancellationToken ct)
    {
        var command = Command($"SELECT {Listed(table.Columns)} FROM {Quoted(table.Name)}", null, ct);
        await using var reader = _engine.Canonical(await _connection.ExecuteReaderAsync(command));
        while (await reader.ReadAsync(ct))
            yield return [.. Enumerable.Range(0, table.Columns.Count).Select(column => ValueOf(reader.GetValue(column)))];
    }

    /// <summary>The checksum of all rows.</summary>
    public async Task<RowSum> SumAsync(Table table, CancellationToken ct)
    {
        var sum = new RowSum();
        await foreach (var row in RowsAsync(table, ct))
            sum.Add(row);
        return sum;
    }

    /// <summary>Writes rows, some at a time; those of the same table to which they refer are left out.</summary>
    public async Task WriteAsync(Table table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var mostRows = Math.Min(MostRows, MostParameters / table.Columns.Count);
        var batch = new List<object?[]>();
        var size = 0L;
        await foreach (var row in rows.WithCancellation(ct))
        {
            batch.Add(row);
            size += row.Sum(SizeOf);
            if (batch.Count < mostRows && size < MostBytes)
                continue;

            await InsertAsync(table, batch, ct);
            batch.Clear();
            size = 0;
        }

        if (batch.Count > 0)
            await InsertAsync(table, batch, ct);
    }

    /// <summary>Has rows that are all there refer to each other.</summary>
    public async Task ReferAsync(Table table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var own = table.OwnReferences.ToList();
        var update = $"UPDATE {Quoted(table.Name)} SET {Equal(own, ", ")} WHERE {Equal(table.Key, " AND ")}";
        await foreach (var row in rows.WithCancellation(ct))
        {
            var parameters = new DynamicParameters();
            foreach (var (column, value) in table.Columns.Zip(row).Where(pair => own.Contains(pair.First) || table.Key.Contains(pair.First)))
                parameters.Add(column.Name, value, TypeOf(column));
            if (own.Exists(column => parameters.Get<object?>(column.Name) is not null))
                await _connection.ExecuteAsync(Command(update, parameters, ct));
        }
    }

    public Task CommitAsync() => _engine.CommitAsync(_transaction);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task InsertAsync(Table table, List<object?[]> rows, CancellationToken ct)
    {
        var parameters = new DynamicParameters();
        var values = rows.Select((row, number) => $"({string.Join(", ", table.Columns.Select((column, place) =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{number}_{place}");
            parameters.Add(name, column.RefersToItsTable ? null : row[place], TypeOf(column));
            return $"@{name}";
        }))})");
        var insert = $"INSERT INTO {Quoted(table.Name)} ({Listed(table.Columns)}) VALUES {string.Join(", ", values)}";
        await _connection.ExecuteAsync(Command(table.IsNumbered ? _engine.WithNumbers(Quoted(table.Name), insert) : insert, parameters, ct));
    }

    /// <summary>Without a limit in time: nobody else is served meanwhile, and a table may be large.</summary>
    private CommandDefinition Command(string sql, object? parameters, CancellationToken ct)
    {
        var command = _engine.Command(sql, parameters, _transaction, ct);
        return new(command.CommandText, command.Parameters, _transaction, NoLimit, cancellationToken: ct);
    }

    private static object? ValueOf(object value) => value switch
    {
        DBNull => null,
        bool yes => yes ? 1L : 0L,
        int number => (long)number,
        _ => value,
    };

    private static long SizeOf(object? value) => value switch
    {
        string text => text.Length * sizeof(char),
        byte[] bytes => bytes.Length,
        _ => 0,
    };

    private static DbType TypeOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => DbType.String,
        ColumnKind.Bytes => DbType.Binary,
        _ => DbType.Int64,
    };

    private static string Listed(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => Quoted(column.Name)));

    private static string Equal(IEnumerable<Column> columns, string separator) =>
        string.Join(separator, columns.Select(column => $"{Quoted(column.Name)} = @{column.Name}"));

    private static string Quoted(string name) => $"\"{name}\"";
}
