using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>
/// The schema is the same on both engines, in what it means: tables, columns in their order, keys, indexes and what never changes. That of SQL Server is read
/// from its migrations, so that it is compared where there is no server too.
/// </summary>
public sealed partial class SchemaTests
{
    private const string Columns = """
        SELECT t.name || '.' || c.name || ' ' || CASE c.type WHEN 'TEXT' THEN 'text' WHEN 'BLOB' THEN 'bytes' ELSE 'number' END
               || CASE WHEN c."notnull" THEN ' not null' ELSE ' null' END
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
        ORDER BY t.name, c.cid
        """;

    private const string PrimaryKeys = """
        SELECT name || ' (' || group_concat(column, ', ') || ')'
        FROM (SELECT t.name, c.name AS column FROM sqlite_master t JOIN pragma_table_info(t.name) c
              WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND c.pk > 0 ORDER BY t.name, c.pk)
        GROUP BY name
        """;

    private const string ForeignKeys = """
        SELECT name || ' (' || group_concat("from", ', ') || ') to ' || "table" || ' (' || group_concat("to", ', ') || ')'
        FROM (SELECT t.name, f.* FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq)
        GROUP BY name, id
        """;

    private const string Indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";

    private const string Triggers = "SELECT sql FROM sqlite_master WHERE type = 'trigger'";

    private SqliteConnection _file = null!;
    private string _script = "";

    [OneTimeSetUp]
    public async Task MigrateAsync()
    {
        _file = new("Data Source=:memory:");
        await _file.OpenAsync();
        foreach (var migration in Migration.Of("Sqlite"))
        {
            await using var command = Command(migration.Sql);
            await command.ExecuteNonQueryAsync();
        }

        var whole = string.Join('\n', Migration.Of("SqlServer").Select(migration => migration.Sql)).Replace("\"", "", StringComparison.Ordinal);
        _script = Dropped().Matches(whole).Aggregate(whole, WithoutDroppedIndex);
    }

    [OneTimeTearDown]
    public void Close() => _file.Dispose();

    [Test]
    public async Task Columns_AreTheSame_InTheSameOrder()
    {
        var made = from table in Tables()
                   from column in table.Parts
                   let found = Column().Match(column)
                   where found.Success
                   select LineOf(table.Name, found);
        var added = from Match found in AddedColumn().Matches(_script) select LineOf(found.Groups["table"].Value, found);

        var columns = made.Concat(added).OrderBy(line => line[..line.IndexOf('.')], StringComparer.Ordinal);

        Assert.That(columns, Is.EqualTo(await ReadAsync(Columns)).And.Not.Empty);

        static string LineOf(string table, Match column) =>
            $"{table}.{column.Groups["name"].Value} {ClassOf(column.Groups["type"].Value)} {column.Groups["null"].Value.ToLowerInvariant()}";
    }

    [Test]
    public async Task PrimaryKeys_AreTheSame()
    {
        var keys = from table in Tables()
                   from part in table.Parts
                   let found = PrimaryKey().Match(part)
                   where found.Success
                   select $"{table.Name} ({found.Groups["columns"].Value})";

        Assert.That(keys, Is.EquivalentTo(await ReadAsync(PrimaryKeys)).And.Not.Empty);
    }

    [Test]
    public async Task ForeignKeys_AreTheSame()
    {
        var keys = from table in Tables()
                   from part in table.Parts
                   let found = ForeignKey().Match(part)
                   where found.Success
                   select $"{table.Name} ({found.Groups["columns"].Value}) to {found.Groups["other"].Value} ({found.Groups["others"].Value})";

        var added = from Match key in AddedForeignKey().Matches(_script)
                    select $"{key.Groups["table"].Value} ({key.Groups["columns"].Value}) to {key.Groups["other"].Value} ({key.Groups["others"].Value})";

        Assert.That(keys.Concat(added), Is.EquivalentTo(await ReadAsync(ForeignKeys)).And.Not.Empty);
    }

    [Test]
    public async Task Indexes_AreTheSame_OfTheSameColumnsInTheSameOrder()
    {
        var computed = Tables().SelectMany(table => table.Parts).Select(part => Computed().Match(part)).Where(found => found.Success).ToList();
        var indexes = Index().Matches(_script).Select(index => computed.Aggregate(
            index.Value, (text, column) => text.Replace(column.Groups["name"].Value, column.Groups["as"].Value, StringComparison.Ordinal)));

        Assert.That(indexes, Is.EquivalentTo(await ReadAsync(Indexes)).And.Not.Empty);
    }

    [Test]
    public async Task WhatNeverChanges_IsTheSame()
    {
        var kept = from Match trigger in Trigger().Matches(_script)
                   from deed in trigger.Groups["deeds"].Value.Split(", ")
                   select $"{trigger.Groups["table"].Value} {deed}";
        // A file replaces a row without an update or a deletion, and refuses that too.
        var keptInAFile = from sql in await ReadAsync(Triggers)
                          let trigger = FileTrigger().Match(sql)
                          where trigger.Groups["deed"].Value != "INSERT"
                          select $"{trigger.Groups["table"].Value} {trigger.Groups["deed"].Value}";

        Assert.That(kept, Is.EquivalentTo(keptInAFile).And.Not.Empty);
    }

    /// <summary>The script without what made an index that a later migration drops; what is made anew under the same name comes after it.</summary>
    private static string WithoutDroppedIndex(string script, Match dropped)
    {
        var made = Index().Matches(script).First(index => index.Value.Contains($" {dropped.Groups["name"].Value} ", StringComparison.Ordinal));
        return script.Remove(made.Index, made.Length);
    }

    private IEnumerable<(string Name, IEnumerable<string> Parts)> Tables() =>
        from Match table in Table().Matches(_script)
        select (table.Groups["name"].Value, table.Groups["parts"].Value.Split('\n').Select(part => part.Trim().TrimEnd(',')));

    private static string ClassOf(string type) => type switch
    {
        "varchar" or "nvarchar" or "datetime2" or "date" => "text",
        "int" or "bigint" or "bit" => "number",
        "varbinary" => "bytes",
        _ => type,
    };

    private SqliteCommand Command(string sql)
    {
        var command = _file.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string question)
    {
        await using var command = Command(question);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    [GeneratedRegex(@"^DROP INDEX (?<name>\w+) ON \w+;", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dropped();

    [GeneratedRegex(@"^ALTER TABLE (?<table>\w+) ADD CONSTRAINT \w+ FOREIGN KEY \((?<columns>.*)\) REFERENCES (?<other>\w+) \((?<others>.*)\);$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddedForeignKey();

    [GeneratedRegex(@"CREATE TABLE (?<name>\w+) \(\n(?<parts>.*?)\n\);", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?!CONSTRAINT)(?<name>\w+)\s+(?<type>[a-z0-9]+)(\([\w ]+\))?\s.*?(?<null>NOT NULL|NULL)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();

    [GeneratedRegex(@"^ALTER TABLE (?<table>\w+) ADD (?<name>\w+) (?<type>[a-z0-9]+)(\(\w+\))? (COLLATE \w+ )?(?<null>NOT NULL|NULL)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddedColumn();

    [GeneratedRegex(@"^(?<name>\w+) AS (?<as>.*) PERSISTED", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Computed();

    [GeneratedRegex(@"^CONSTRAINT \w+ PRIMARY KEY \((?<columns>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrimaryKey();

    [GeneratedRegex(@"^CONSTRAINT \w+ FOREIGN KEY \((?<columns>.*)\) REFERENCES (?<other>\w+) \((?<others>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignKey();

    [GeneratedRegex(@"CREATE (UNIQUE )?INDEX [^;]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Index();

    [GeneratedRegex(@"CREATE TRIGGER \w+ ON (?<table>\w+) AFTER (?<deeds>[A-Z, ]+) AS", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trigger();

    [GeneratedRegex(@"^CREATE TRIGGER \w+ BEFORE (?<deed>\w+) ON (?<table>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileTrigger();
}
