using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>
/// The schema that a server has in the end is that of a file, as the catalogues of both tell it. <see cref="SchemaTests"/> compares the scripts, where there is
/// no server too, and with them what a catalogue need not tell: the conditions of indexes.
/// </summary>
public sealed class ServerSchemaTests
{
    private const string FileColumns = """
        SELECT t.name || ' ' || c.name || ' ' || CASE c.type WHEN 'TEXT' THEN 'text' WHEN 'BLOB' THEN 'bytes' ELSE 'number' END
               || CASE WHEN c."notnull" THEN ' not null' ELSE ' null' END
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name <> 'sqlite_sequence'
        ORDER BY c.cid
        """;

    private const string ServerColumns = """
        SELECT t.name + ' ' + c.name + CASE y.name WHEN 'int' THEN ' number' WHEN 'bigint' THEN ' number' WHEN 'bit' THEN ' number'
               WHEN 'varbinary' THEN ' bytes' ELSE ' text' END + CASE c.is_nullable WHEN 1 THEN ' null' ELSE ' not null' END
        FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id JOIN sys.types y ON y.user_type_id = c.user_type_id
        WHERE c.is_computed = 0
        ORDER BY c.column_id
        """;

    private const string FileKeys = """
        SELECT t.name || ' ' || c.name
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name <> 'sqlite_sequence' AND c.pk > 0
        ORDER BY c.pk
        """;

    private const string ServerKeys = """
        SELECT t.name + ' ' + c.name
        FROM sys.tables t
        JOIN sys.indexes i ON i.object_id = t.object_id AND i.is_primary_key = 1
        JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id
        JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
        ORDER BY k.key_ordinal
        """;

    private const string FileReferences = """
        SELECT t.name || ' ' || f."from" || ' to ' || f."table" || ' ' || f."to"
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table'
        ORDER BY 1
        """;

    private const string ServerReferences = """
        SELECT t.name + ' ' + c.name + ' to ' + o.name + ' ' + d.name
        FROM sys.foreign_key_columns f
        JOIN sys.tables t ON t.object_id = f.parent_object_id
        JOIN sys.columns c ON c.object_id = f.parent_object_id AND c.column_id = f.parent_column_id
        JOIN sys.tables o ON o.object_id = f.referenced_object_id
        JOIN sys.columns d ON d.object_id = f.referenced_object_id AND d.column_id = f.referenced_column_id
        """;

    private const string FileIndexes = """
        SELECT t.name || ' ' || i.name || ' ' || CASE i."unique" WHEN 1 THEN 'unique' ELSE 'index' END || ' ' || COALESCE(c.name, '(expression)')
               || CASE c."desc" WHEN 1 THEN ' descending' ELSE '' END
        FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN pragma_index_xinfo(i.name) c
        WHERE t.type = 'table' AND i.origin <> 'pk' AND c."key" = 1
        ORDER BY c.seqno
        """;

    private const string ServerIndexes = """
        SELECT t.name + ' ' + i.name + CASE i.is_unique WHEN 1 THEN ' unique ' ELSE ' index ' END
               + CASE c.is_computed WHEN 1 THEN '(expression)' ELSE c.name END + CASE k.is_descending_key WHEN 1 THEN ' descending' ELSE '' END
        FROM sys.tables t
        JOIN sys.indexes i ON i.object_id = t.object_id AND i.is_primary_key = 0
        JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id
        JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
        ORDER BY k.key_ordinal
        """;

    private TestDatabase _server = null!;
    private TestDatabase _file = null!;

    [OneTimeSetUp]
    public async Task MigrateAsync()
    {
        _server = await SqlServerDatabase.MigratedAsync();
        _file = SqliteFile.New();
        await _file.Services.GetRequiredService<IDatabase>().MigrateAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        // Where there is no server, nothing was opened.
        if (_server is null)
            return;

        await _server.DisposeAsync();
        await _file.DisposeAsync();
    }

    [Test]
    public async Task Columns_AreTheSame_InTheSameOrder() =>
        Assert.That(ByTable(await ReadAsync(_server, ServerColumns)), Is.EqualTo(ByTable(await ReadAsync(_file, FileColumns))).And.Not.Empty);

    [Test]
    public async Task PrimaryKeys_AreTheSame_InTheSameOrder() =>
        Assert.That(ByTable(await ReadAsync(_server, ServerKeys)), Is.EqualTo(ByTable(await ReadAsync(_file, FileKeys))).And.Not.Empty);

    [Test]
    public async Task ForeignKeys_AreTheSame() =>
        Assert.That(await ReadAsync(_server, ServerReferences), Is.EquivalentTo(await ReadAsync(_file, FileReferences)).And.Not.Empty);

    /// <remarks>Their names are not compared: a server may make its own of them.</remarks>
    [Test]
    public async Task Indexes_AreTheSame_OfTheSameColumnsInTheSameOrder()
    {
        Assert.That(Whole(await ReadAsync(_server, ServerIndexes)), Is.EqualTo(Whole(await ReadAsync(_file, FileIndexes))).And.Not.Empty);

        static IEnumerable<string> Whole(IReadOnlyList<string> columns) =>
            from column in columns
            let words = column.Split(' ', 4)
            group words[3] by (Table: words[0], Index: words[1], Kind: words[2]) into index
            let whole = $"{index.Key.Kind} {index.Key.Table} ({string.Join(", ", index)})"
            orderby whole
            select whole;
    }

    [Test]
    public async Task TablesThatKeepWhatTheyHave_AreTheSame() => Assert.That(
        await ReadAsync(_server, "SELECT DISTINCT t.name FROM sys.triggers g JOIN sys.tables t ON t.object_id = g.parent_id"),
        Is.EquivalentTo(await ReadAsync(_file, "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'")).And.Not.Empty);

    private static IEnumerable<string> ByTable(IEnumerable<string> lines) => lines.OrderBy(line => line[..line.IndexOf(' ')], StringComparer.Ordinal);

    private static Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, string question) =>
        database.UseAsync<DbSession, IReadOnlyList<string>>(db => db.QueryAsync<string>(question, null, CancellationToken.None));
}
