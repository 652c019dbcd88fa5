using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>SQL Server 2019 and later, Azure SQL, and servers that speak their protocol and language.</summary>
/// <remarks>
/// Whoever writes takes a lock of the database's own first, so that transactions of all instances come one after the other, as on the embedded
/// database: what holds there of more than one row, such as that a technician is at one place at a time, holds here in the same way.
/// </remarks>
internal sealed partial class SqlServerEngine(DbSettings settings) : DbEngine
{
    private const string TakeTurn = """
        DECLARE @Taken int;
        EXEC @Taken = sp_getapplock @Resource = 'misterassist.write', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = @Milliseconds;
        SELECT @Taken;
        """;

    private const string ReadAnything = "SELECT TOP (1) name FROM schema_migration";

    /// <summary>Said of the first row that is read, not of the transaction.</summary>
    private const int NoSnapshots = 3952;

    /// <summary>Once seen, no more asked.</summary>
    private readonly StrongBox<bool> _hasSnapshots = new();

    public override string Name => nameof(SqlServer);

    public override string TelemetryName => "microsoft.sql_server";

    public override string CreateJournal => """
        IF OBJECT_ID('schema_migration') IS NULL
          CREATE TABLE schema_migration (
            name       varchar(100) COLLATE Latin1_General_BIN2 NOT NULL PRIMARY KEY,
            applied_at datetime2(7) NOT NULL
          )
        """;

    /// <remarks>Not from the catalogue of all tables, some of which somebody may be making.</remarks>
    public override string CountJournals => "SELECT CASE WHEN OBJECT_ID('schema_migration', 'U') IS NULL THEN 0 ELSE 1 END";

    /// <summary>Longer than a statement may wait for its turn, in seconds.</summary>
    private int CommandTimeout => (int)settings.LongestWait.TotalSeconds + 5;

    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        try
        {
            return await SqlServerSetup.ConnectAsync(settings.ConnectionString, ct);
        }
        catch (SqlException failure)
        {
            ct.ThrowIfCancellationRequested();
            // Whatever it is: the database cannot be reached.
            throw new UnavailableException(new ServerException(failure.Number, failure.Message));
        }
        catch (InvalidOperationException exhausted)
        {
            throw new BusyException(exhausted);
        }
    }

    public override Task<DbConnection> OpenExistingAsync(CancellationToken ct) => OpenAsync(ct);

    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) => ToldAsync(
        connection,
        async () =>
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
            try
            {
                var parameters = new { Milliseconds = (int)settings.LongestWait.TotalMilliseconds };
                if (await connection.ExecuteScalarAsync<int>(new(TakeTurn, parameters, transaction, CommandTimeout, cancellationToken: ct)) < 0)
                    throw new BusyException(new TimeoutException());
                return transaction;
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        },
        ct);

    public override async Task CommitAsync(DbTransaction transaction)
    {
        try
        {
            await base.CommitAsync(transaction);
        }
        catch (Exception failure) when (failure is SqlException or InvalidOperationException)
        {
            throw new OutcomeUnknownException(SqlServerFaults.Told(failure));
        }
    }

    /// <remarks>Where the database has no snapshots, since its owner never allowed them, those who read and those who write wait for each other.</remarks>
    public override Task<DbTransaction> BeginToReadAsync(DbConnection connection, CancellationToken ct) => ToldAsync(
        connection,
        async () => await connection.BeginTransactionAsync(await HasSnapshotsAsync(connection, ct) ? IsolationLevel.Snapshot : IsolationLevel.Serializable, ct),
        ct);

    public override Task PrepareAsync(ILogger logger, CancellationToken ct) => new SqlServerSetup(settings.ConnectionString, logger).RunAsync(ct);

    public override IEnumerable<string> BatchesOf(string script) => Separator().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    public override string ScriptOf(IEnumerable<Migration> migrations) => SqlServerScript.Of(CreateJournal, migrations, BatchesOf);

    public override CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct) => new(
        TransactSql.Of(sql),
        parameters switch
        {
            null => null,
            IEnumerable<object> several => several.Select(one => new SqlServerParameters(one)),
            _ => new SqlServerParameters(parameters),
        },
        transaction,
        CommandTimeout,
        cancellationToken: ct);

    public override string WithNumbers(string table, string insert) => $"SET IDENTITY_INSERT {table} ON; {insert}; SET IDENTITY_INSERT {table} OFF;";

    public override DbDataReader Canonical(DbDataReader reader) => new CanonicalReader(reader);

    public override Task<int> ExecuteAsync(DbConnection connection, CommandDefinition command) =>
        ToldAsync(connection, () => base.ExecuteAsync(connection, command), command.CancellationToken);

    public override Task<IReadOnlyList<TRow>> QueryAsync<TRow>(DbConnection connection, CommandDefinition command) =>
        ToldAsync(connection, () => ReadAsync<TRow>(connection, command), command.CancellationToken);

    /// <remarks>What broke one connection has most likely broken those that wait in the pool.</remarks>
    public override ValueTask LeaveAsync(DbConnection connection)
    {
        if (connection.State != ConnectionState.Open)
            SqlConnection.ClearPool((SqlConnection)connection);
        return base.LeaveAsync(connection);
    }

    /// <summary>Whether a transaction can read the database as it was when it began. Asked until it can: the owner may allow it at any time.</summary>
    private async Task<bool> HasSnapshotsAsync(DbConnection connection, CancellationToken ct)
    {
        if (_hasSnapshots.Value)
            return true;

        try
        {
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.Snapshot, ct);
            await connection.ExecuteScalarAsync(new CommandDefinition(ReadAnything, transaction: snapshot, cancellationToken: ct));
            return _hasSnapshots.Value = true;
        }
        catch (SqlException refused) when (refused.Number == NoSnapshots)
        {
            return false;
        }
    }

    /// <summary>Does something, and tells what goes wrong without a word of what was written.</summary>
    private static async Task<TResult> ToldAsync<TResult>(DbConnection connection, Func<Task<TResult>> deed, CancellationToken ct)
    {
        try
        {
            return await deed();
        }
        catch (Exception failure) when (failure is SqlException || (failure is InvalidOperationException && connection.State != ConnectionState.Open))
        {
            // That a statement was called back is an error like any other to the client.
            ct.ThrowIfCancellationRequested();
            throw SqlServerFaults.Told(failure);
        }
    }

    private async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(DbConnection connection, CommandDefinition command)
    {
        await using var reader = Canonical(await connection.ExecuteReaderAsync(command));
        var parse = reader.GetRowParser(typeof(TRow));
        var rows = new List<TRow>();
        while (await reader.ReadAsync(command.CancellationToken))
            rows.Add(To<TRow>(parse(reader)));
        return rows;
    }

    /// <summary>A row of one value may come as another type of number.</summary>
    private static TRow To<TRow>(object? row) => row switch
    {
        null => default!,
        TRow typed => typed,
        _ => (TRow)Convert.ChangeType(row, Nullable.GetUnderlyingType(typeof(TRow)) ?? typeof(TRow), CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
