using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Makes a database on a server where it is not there, and has readers of it go on beside who writes.</summary>
/// <remarks>Several instances may do so at once: all of them find it there in the end.</remarks>
internal sealed class SqlServerSetup(string connectionString, ILogger logger)
{
    private const string IdOf = "SELECT DB_ID(@name)";

    private const string Create = """
        DECLARE @Statement nvarchar(400) = N'CREATE DATABASE ' + QUOTENAME(@name) + @collation;
        EXEC (@Statement);
        """;

    private const string SnapshotState = """
        SELECT CAST(snapshot_isolation_state AS int) AS Snapshots, CAST(is_read_committed_snapshot_on AS int) AS Readers
        FROM sys.databases
        WHERE name = DB_NAME()
        """;

    private const string AllowSnapshots = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON";

    /// <summary>It is given only where nobody else is connected, and not waited for.</summary>
    private const string ReadSnapshots = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT";

    private const string AlterNew = """
        DECLARE @Statement nvarchar(400) = N'ALTER DATABASE ' + QUOTENAME(@name) + @option;
        EXEC (@Statement);
        """;

    private const string BinaryCollation = " COLLATE Latin1_General_100_BIN2";

    private const string CollationOfTheServer = "";

    /// <summary>The server makes one database at a time.</summary>
    private const int ModelInUse = 1807;

    private const int PermissionDenied = 262;

    private const int AlreadyThere = 1801;

    /// <summary>How often is tried what another instance may be at as well.</summary>
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _database = new SqlConnectionStringBuilder(connectionString).InitialCatalog;

    public static async Task<DbConnection> ConnectAsync(string connectionString, CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SettingsException">It is not there and cannot be made.</exception>
    /// <exception cref="SqlException">It cannot be opened.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var connection = await OpenOrCreateAsync(ct);
        await AllowSnapshotsAsync(connection, ct);
    }

    private async Task<DbConnection> OpenOrCreateAsync(CancellationToken ct)
    {
        try
        {
            return await ConnectAsync(connectionString, ct);
        }
        catch (SqlException)
        {
            if (!await IsMadeAsync(ct))
                throw;
        }

        // One that was just made may not be opened at once.
        for (var left = Tries; left > 1; left--)
        {
            try
            {
                return await ConnectAsync(connectionString, ct);
            }
            catch (SqlException)
            {
                await Task.Delay(Pause, ct);
            }
        }

        return await ConnectAsync(connectionString, ct);
    }

    /// <summary>Makes the database where only that is missing; gives whether it is there now, by whomever.</summary>
    private async Task<bool> IsMadeAsync(CancellationToken ct)
    {
        try
        {
            var parts = new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master" };
            await using var master = await ConnectAsync(parts.ToString(), ct);
            return await MakeAsync(master, ct) is { } refused
                ? throw new SettingsException($"there is no database {_database}, and it cannot be made: {refused.Message}", refused)
                : true;
        }
        catch (SqlException)
        {
            return false;
        }
    }

    /// <summary>Gives why it cannot be made; null where it is there.</summary>
    private async Task<SqlException?> MakeAsync(DbConnection master, CancellationToken ct)
    {
        SqlException? refused = null;
        for (var tries = 0; tries < Tries && refused?.Number != PermissionDenied; tries++)
        {
            if (tries > 0)
                await Task.Delay(Pause, ct);
            if (await master.ExecuteScalarAsync<int?>(IdOf, new { name = _database }) is not null)
                return null;

            refused = await CreateAsync(master, ct);
            if (refused is null)
                return null;
        }

        return refused;
    }

    /// <summary>With a binary collation, or else with the server's own where it takes no other; gives why it was refused, null where it was not.</summary>
    private async Task<SqlException?> CreateAsync(DbConnection master, CancellationToken ct)
    {
        var refused = await TryAsync(master, Create, new { name = _database, collation = BinaryCollation }, ct);
        if (refused is { Number: not (ModelInUse or PermissionDenied or AlreadyThere) })
        {
            logger.LogWarning("The database {Database} is created with the collation of the server, which takes no other: {Reason}", _database, refused.Message);
            refused = await TryAsync(master, Create, new { name = _database, collation = CollationOfTheServer }, ct);
        }

        if (refused is not null)
            return refused;

        logger.LogInformation("Created the database {Database}", _database);
        // Now that nobody is connected to it yet. What is refused is asked for again of the database itself, and told of then.
        foreach (var statement in (string[])[AllowSnapshots, ReadSnapshots])
            await TryAsync(master, AlterNew, new { name = _database, option = statement[statement.IndexOf(" SET", StringComparison.Ordinal)..] }, ct);
        return null;
    }

    /// <summary>Asks for what not every server gives, and says so in the log where it does not: whoever owns the database has to do it then.</summary>
    private async Task AllowSnapshotsAsync(DbConnection connection, CancellationToken ct)
    {
        var (snapshots, readers) = await connection.QuerySingleAsync<(int Snapshots, int Readers)>(new CommandDefinition(SnapshotState, cancellationToken: ct));
        if (snapshots != 1)
            await AskForAsync(AllowSnapshots);
        if (readers != 1)
            await AskForAsync(ReadSnapshots);

        async Task AskForAsync(string statement)
        {
            if (await TryAsync(connection, statement, null, ct) is { } refused)
                logger.LogWarning("The server does not take {Statement}: {Reason}", statement, refused.Message);
        }
    }

    /// <summary>Gives why a statement was refused, null where it was not.</summary>
    private static async Task<SqlException?> TryAsync(DbConnection connection, string statement, object? parameters, CancellationToken ct)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(statement, parameters, cancellationToken: ct));
            return null;
        }
        catch (SqlException refused)
        {
            return refused;
        }
    }
}
