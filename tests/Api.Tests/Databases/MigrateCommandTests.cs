using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Api.Tests.Databases;

/// <summary>Migrating without serving, and by hand.</summary>
public sealed class MigrateCommandTests
{
    private const string WriteAhead = "PRAGMA journal_mode = WAL;";
    private const string First = "0001_plans_and_closures";

    private DirectoryInfo _folder = null!;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")};Pooling=False";

    private (string Key, string Value)[] OnFile => [StoryDatabase.OnFile, (StoryDatabase.ConnectionString, ConnectionString)];

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("misterassist-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Migrate_NoDatabase_MakesItAndSaysWhatWasApplied_ThenFindsNothingToDo()
    {
        var first = await RunAsync(OnFile, "migrate");
        var second = await RunAsync(OnFile, "migrate");

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Errors + second.Errors);
        Assert.That(first.Output, Does.StartWith($"Applied {First}\nApplied 0002_events\n"));
        Assert.That(second.Output, Is.EqualTo("Nothing to do: it has the present schema\n"));
    }

    [Test]
    public async Task Migrate_WhatCannotBeUsed_SaysSoInOneLine()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "test.db"), new string('x', 10_000));

        var (exitCode, _, errors) = await RunAsync(OnFile, "migrate");

        Assert.That((exitCode, errors.TrimEnd()), Is.EqualTo((1, errors.TrimEnd().ReplaceLineEndings(" "))));
        Assert.That(errors, Does.Contain("the database of Database:ConnectionString cannot be used"));
    }

    [Test]
    public async Task Script_OfTheEmbeddedDatabase_MakesAFileOnWhichTheApplicationStarts_AndNeverRunsTwice()
    {
        var (exitCode, script, errors) = await RunAsync(OnFile, "migrate", "--script");
        Assert.That((exitCode, Exists: File.Exists(Path.Combine(_folder.FullName, "test.db"))), Is.EqualTo((0, false)), errors);

        // What begins with a dot is for the command line tool; what the file is told of itself gives a row, and what comes after it would fail in silence.
        var statements = string.Join('\n', script.Split('\n').Where(line => !line.StartsWith('.') && line != WriteAhead));
        await ExecuteAsync(new SqliteConnection(ConnectionString), statements);

        Assert.That((await RunAsync(OnFile, "migrate")).Output, Is.EqualTo("Nothing to do: it has the present schema\n"));
        using (var app = new ApiFactory("Development", OnFile))
            Assert.That((await app.Api.GetAsync("/v1/plans")).Status, Is.EqualTo(200));
        var again = Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(new SqliteConnection(ConnectionString), statements));
        Assert.That(again.Message, Does.Contain("schema_migration already exists"));
        Assert.That(script, Does.Contain($"\n.bail on\n{WriteAhead}\nBEGIN IMMEDIATE;\n").And.EndsWith("\nCOMMIT;\n"));
    }

    [Test]
    public async Task Script_OfSqlServer_NeedsNoServer()
    {
        (string, string)[] nowhere = [("Database:Provider", "SqlServer"), (StoryDatabase.ConnectionString, "Server=nowhere.invalid;Database=m")];

        var (exitCode, script, errors) = await RunAsync(nowhere, "migrate", "--script");

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(script, Does.Contain("WHERE name = '0016_baseline'").And.Contain("THROW 50000, ''an issued report never changes").And.EndsWith("\nCOMMIT;\n"));
    }

    [Test]
    public async Task Script_OfSqlServer_MakesADatabaseOnWhichTheApplicationStarts_AndRunsTwice()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        (string, string)[] onServer = [("Database:Provider", "SqlServer"), (StoryDatabase.ConnectionString, connectionString)];
        var parts = new SqlConnectionStringBuilder(connectionString);
        var name = parts.InitialCatalog;
        parts.InitialCatalog = "master";
        await ExecuteAsync(new SqlConnection(parts.ToString()), $"CREATE DATABASE [{name}]");
        try
        {
            var script = (await RunAsync(onServer, "migrate", "--script")).Output;

            await ExecuteAsync(new SqlConnection(connectionString), script);
            await ExecuteAsync(new SqlConnection(connectionString), script);

            Assert.That((await RunAsync(onServer, "migrate")).Output, Is.EqualTo("Nothing to do: it has the present schema\n"));
            using var app = new ApiFactory("Development", onServer);
            Assert.That((await app.Api.GetAsync("/v1/plans")).Status, Is.EqualTo(200));
        }
        finally
        {
            await SqlServerForTests.DropAsync(connectionString);
        }
    }

    [TestCase]
    [TestCase("keys", "list")]
    public async Task Start_ThatMayNotMigrate_SaysWhatIsMissing(params string[] arguments)
    {
        (string, string)[] settings = [.. OnFile, ("Database:Migrate", "false")];
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "test.db"), []);

        var (exitCode, output, errors) = await RunAsync(settings, arguments);

        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(errors.TrimEnd(), Does.Not.Contain("\n").And.Contain($"lacks the migrations {First}, 0002_events").And.Contain("run 'migrate' first"));
    }

    [Test]
    public async Task Start_ThatMayNotMigrate_GoesOnWhereItWasDone()
    {
        (string, string)[] settings = [.. OnFile, ("Database:Migrate", "false")];
        Assert.That((await RunAsync(settings, "migrate")).ExitCode, Is.Zero);

        var (exitCode, _, errors) = await RunAsync(settings, "keys", "list");

        Assert.That(exitCode, Is.Zero, errors);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync((string Key, string Value)[] settings, params string[] arguments) =>
        Executable.RunAsync(_folder.FullName, settings, arguments);

    private static async Task ExecuteAsync(DbConnection connection, string statements)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = statements;
            await command.ExecuteNonQueryAsync();
        }
    }
}
