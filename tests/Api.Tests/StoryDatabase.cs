using System.Data.Common;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using MisterAssist.TestKit.Databases;

namespace MisterAssist.Api.Tests;

/// <summary>
/// The database of an application that is tested, unless the test asks for another: one on SQL Server where there is such a server, and else a file; a
/// file too where <c>MISTERASSIST_TEST_STORIES</c> is <c>Sqlite</c>.
/// </summary>
internal sealed class StoryDatabase
{
    public const string Provider = "Database:Provider";
    public const string ConnectionString = "Database:ConnectionString";

    /// <summary>What a test asks for that is about files.</summary>
    public static readonly (string Key, string Value) OnFile = (Provider, "Sqlite");

    private static readonly bool StayOnFiles = Environment.GetEnvironmentVariable("MISTERASSIST_TEST_STORIES") == "Sqlite";

    private readonly string _folder;
    private readonly bool _isOwn;
    private readonly bool _isOnServer;
    private readonly string _connectionString;

    private bool _isWhole = true;

    /// <param name="folder">Where a file is put.</param>
    /// <param name="asked">The settings of the test: where they name a database, it is somebody else's.</param>
    public StoryDatabase(string folder, IReadOnlyDictionary<string, string> asked)
    {
        _folder = folder;
        _isOwn = !asked.ContainsKey(ConnectionString);
        _isOnServer = asked.TryGetValue(Provider, out var provider) ? provider == "SqlServer" : SqlServerForTests.IsThere && !StayOnFiles;
        _connectionString = (_isOwn, _isOnServer) switch
        {
            (false, _) => asked[ConnectionString],
            (true, true) => SqlServerForTests.EmptyDatabase(),
            _ => $"Data Source={File};Pooling=False",
        };
    }

    public string File => Path.Combine(_folder, "test.db");

    /// <summary>With these another application has the same database.</summary>
    public (string Key, string Value)[] Settings => [(Provider, _isOnServer ? "SqlServer" : "Sqlite"), (ConnectionString, _connectionString)];

    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _isOnServer ? new SqlConnection(_connectionString) : new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Keeps everybody else from writing until what is returned is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldAsync()
    {
        var holder = await OpenAsync();
        if (holder is SqliteConnection file)
        {
            _ = file.BeginTransaction(deferred: false);
            return holder;
        }

        await using var command = holder.CreateCommand();
        command.Transaction = await holder.BeginTransactionAsync();
        command.CommandText = "EXEC sp_getapplock @Resource = 'misterassist.write', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000";
        await command.ExecuteNonQueryAsync();
        return holder;
    }

    /// <summary>Takes a table away, as a fault that nothing expects.</summary>
    public async Task RenameAsync(string table, string name)
    {
        _isWhole = false;
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = _isOnServer ? $"EXEC sp_rename '{table}', '{name}', 'OBJECT'" : $"ALTER TABLE {table} RENAME TO {name}";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All that stands in it, as bytes are read: a file as it is on the disk with its log, else every value of every row.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync()
    {
        if (!_isOnServer)
        {
            // The -shm file is an index of the log that comes and goes with connections.
            return [.. Directory.GetFiles(_folder).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Select(Latin1TextOf)];
        }

        await using var connection = await OpenAsync();
        var texts = new List<string>();
        foreach (var table in await ColumnAsync(connection, "SELECT name FROM sys.tables"))
            texts.AddRange((await ColumnAsync(connection, $"SELECT * FROM \"{table}\"")).Prepend(table));
        return texts;
    }

    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        if (_isOwn && _isOnServer)
            (_isWhole ? SqlServerForTests.GiveBackAsync(_connectionString) : SqlServerForTests.DropAsync(_connectionString)).GetAwaiter().GetResult();
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(DbConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => TextOf(reader.GetValue(i)))));
        return rows;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}";

    private static string Latin1TextOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
