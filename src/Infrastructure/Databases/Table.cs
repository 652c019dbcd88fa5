using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Databases;

/// <summary>A table as the migrations make it, on every engine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Those that are written, in their order on the embedded database.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="References">The tables that must be there before it, and it itself where rows refer to rows.</param>
/// <param name="IsNumbered">Whether the database numbers its rows.</param>
/// <param name="Seeds">How many rows the migrations put into it.</param>
internal sealed record Table(
    string Name, IReadOnlyList<Column> Columns, IReadOnlyList<Column> Key, IReadOnlyList<string> References, bool IsNumbered, long Seeds)
{
    private const string Names = """
        SELECT name AS Name, sql LIKE '%AUTOINCREMENT%' AS IsNumbered
        FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'schema_migration'
        ORDER BY name
        """;

    private const string ColumnsOf = """SELECT name AS Name, type AS Type, pk AS KeyPlace FROM pragma_table_info(@Table) ORDER BY cid""";

    private const string ReferencesOf = """SELECT "table" AS "Table", "from" AS "Column" FROM pragma_foreign_key_list(@Table)""";

    /// <summary>The columns in which rows refer to rows of the same table.</summary>
    public IEnumerable<Column> OwnReferences => Columns.Where(column => column.RefersToItsTable);

    /// <summary>All of them, each after those that it refers to.</summary>
    public static async Task<IReadOnlyList<Table>> AllAsync(CancellationToken ct)
    {
        await using var scratch = new SqliteConnection("Data Source=:memory:");
        await scratch.OpenAsync(ct);
        foreach (var migration in Migration.Of(nameof(DbProvider.Sqlite)))
            await scratch.ExecuteAsync(new(migration.Sql, cancellationToken: ct));

        var left = new List<Table>();
        foreach (var (name, isNumbered) in await scratch.QueryAsync<(string Name, bool IsNumbered)>(new(Names, cancellationToken: ct)))
            left.Add(await ReadAsync(scratch, name, isNumbered));
        var ordered = new List<Table>();
        while (left.Count > 0)
        {
            var next = left.First(table => table.References.All(name => name == table.Name || ordered.Exists(before => before.Name == name)));
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static async Task<Table> ReadAsync(DbConnection scratch, string name, bool isNumbered)
    {
        var references = (await scratch.QueryAsync<(string Table, string Column)>(ReferencesOf, new { Table = name })).AsList();
        var own = references.Where(reference => reference.Table == name).Select(reference => reference.Column).ToHashSet(StringComparer.Ordinal);
        var columns = (await scratch.QueryAsync<(string Name, string Type, int KeyPlace)>(ColumnsOf, new { Table = name }))
            .Select(column => (column.KeyPlace, Column: new Column(column.Name, KindOf(column.Type), own.Contains(column.Name)))).ToList();
        return new(
            name,
            [.. columns.Select(column => column.Column)],
            [.. columns.Where(column => column.KeyPlace > 0).OrderBy(column => column.KeyPlace).Select(column => column.Column)],
            [.. references.Select(reference => reference.Table).Distinct(StringComparer.Ordinal)],
            isNumbered,
            await CountAsync(scratch, $"SELECT COUNT(*) FROM \"{name}\""));
    }

    private static Task<long> CountAsync(DbConnection scratch, string question) => scratch.ExecuteScalarAsync<long>(question);

    private static ColumnKind KindOf(string type) => type switch
    {
        "TEXT" => ColumnKind.Text,
        "BLOB" => ColumnKind.Bytes,
        _ => ColumnKind.Number,
    };
}

/// <summary>A column of a <see cref="Table"/>.</summary>
internal sealed record Column(string Name, ColumnKind Kind, bool RefersToItsTable);

/// <summary>What a value is once it was read, on every engine.</summary>
internal enum ColumnKind
{
    /// <summary>Text; instants, days and ids too.</summary>
    Text,

    /// <summary>A whole number; 0 or 1 for what is so or not.</summary>
    Number,

    /// <summary>Bytes.</summary>
    Bytes,
}
