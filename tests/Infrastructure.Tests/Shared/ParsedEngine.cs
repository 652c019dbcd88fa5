using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.Logging;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>The embedded database, to which nothing is sent that SQL Server could not read: whatever a test asks of it is looked at for both.</summary>
internal sealed partial class ParsedEngine(DbEngine inner) : DbEngine
{
    public override string Name => inner.Name;

    public override string TelemetryName => inner.TelemetryName;

    public override string CreateJournal => inner.CreateJournal;

    public override string CountJournals => inner.CountJournals;

    public override CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct)
    {
        if (sql != CreateJournal && !OfAFile().IsMatch(sql) && Grammar.FaultsOfStatement(sql) is [var first, ..])
            throw new AssertionException(first);

        return inner.Command(sql, parameters, transaction, ct);
    }

    public override Task<DbConnection> OpenAsync(CancellationToken ct) => inner.OpenAsync(ct);

    public override Task<DbConnection> OpenExistingAsync(CancellationToken ct) => inner.OpenExistingAsync(ct);

    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) => inner.BeginAsync(connection, ct);

    public override Task CommitAsync(DbTransaction transaction) => inner.CommitAsync(transaction);

    public override Task<DbTransaction> BeginToReadAsync(DbConnection connection, CancellationToken ct) => inner.BeginToReadAsync(connection, ct);

    public override Task PrepareAsync(ILogger logger, CancellationToken ct) => inner.PrepareAsync(logger, ct);

    public override IEnumerable<string> BatchesOf(string script) => inner.BatchesOf(script);

    public override string ScriptOf(IEnumerable<Migration> migrations) => inner.ScriptOf(migrations);

    public override Task<int> ExecuteAsync(DbConnection connection, CommandDefinition command) => inner.ExecuteAsync(connection, command);

    public override string WithNumbers(string table, string insert) => inner.WithNumbers(table, insert);

    public override DbDataReader Canonical(DbDataReader reader) => inner.Canonical(reader);

    public override Task<IReadOnlyList<TRow>> QueryAsync<TRow>(DbConnection connection, CommandDefinition command) => inner.QueryAsync<TRow>(connection, command);

    public override ValueTask LeaveAsync(DbConnection connection) => inner.LeaveAsync(connection);

    /// <summary>What tests of its own ways say to a file alone.</summary>
    [GeneratedRegex(@"^(PRAGMA|INSERT OR REPLACE|CREATE TRIGGER)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfAFile();
}
