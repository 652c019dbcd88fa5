using System.Data.Common;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Databases;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Databases;

/// <summary>Copies row by row, whatever the engines are: all in one transaction, which is kept where what arrived is what was sent.</summary>
internal sealed class DatabaseCopies(DbSettings configured, string root, IClock clock, ILoggerFactory logs) : IDatabaseCopies
{
    private const string Variable = "env:";

    public async Task<IReadOnlyList<CopiedTable>> CopyAsync(string? from, string? to, CancellationToken ct)
    {
        var (source, target) = (SettingsOf("--from", from), SettingsOf("--to", to));
        if (source.ConnectionString == target.ConnectionString)
            throw new CopyRefusedException("--from and --to are the same database.");

        try
        {
            await RequireSchemaAsync("--from", source, isMade: false, ct);
            await RequireSchemaAsync("--to", target, isMade: true, ct);
            return await CopyAsync(DbEngines.Of(source), DbEngines.Of(target), ct);
        }
        catch (OutcomeUnknownException lost)
        {
            throw new CopyRefusedException("The connection was lost at the very end, and nobody knows whether the copy was kept: run it again. If it was, --to is not empty.", lost);
        }
        catch (Exception failure) when (failure is not (CopyRefusedException or SettingsException or BusyException or OperationCanceledException))
        {
            // Whatever it was, a fault of a client's too: only a commit keeps what was written.
            throw new CopyRefusedException($"It failed, and nothing was copied: {WordsOf(failure)}", failure);
        }
    }

    private static async Task<IReadOnlyList<CopiedTable>> CopyAsync(DbEngine source, DbEngine target, CancellationToken ct)
    {
        var tables = await Table.AllAsync(ct);
        await using var reading = await CopySide.OpenAsync(source, ct);
        await using var writing = await CopySide.OpenAsync(target, ct);
        await RequireEmptyAsync(writing, tables, ct);

        var sent = new Dictionary<string, RowSum>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var sum = sent[table.Name] = new();
            await writing.WriteAsync(table, Counted(reading.RowsAsync(table, ct), sum), ct);
            if (table.OwnReferences.Any())
                await writing.ReferAsync(table, reading.RowsAsync(table, ct), ct);
        }

        var copied = new List<CopiedTable>();
        foreach (var table in tables)
        {
            var (was, became) = (sent[table.Name], await writing.SumAsync(table, ct));
            copied.Add(new(table.Name, was.Rows, $"{was}", became.Rows, $"{became}"));
        }

        if (copied.TrueForAll(table => table.IsSame))
            await writing.CommitAsync();
        return copied;
    }

    private static string WordsOf(Exception failure) => failure switch
    {
        StoreException => failure.InnerException!.Message,
        DbException => failure.Message,
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };

    /// <summary>What the migrations put there themselves makes way.</summary>
    private static async Task RequireEmptyAsync(CopySide target, IReadOnlyList<Table> tables, CancellationToken ct)
    {
        var used = new List<string>();
        foreach (var table in tables)
        {
            if (await target.CountAsync(table, ct) > table.Seeds)
                used.Add(table.Name);
        }

        if (used.Count > 0)
            throw new CopyRefusedException($"--to is not empty: there are rows in {string.Join(", ", used)}. Nothing was copied.");

        foreach (var table in tables.Where(table => table.Seeds > 0))
            await target.ClearAsync(table, ct);
    }

    private static async IAsyncEnumerable<object?[]> Counted(IAsyncEnumerable<object?[]> rows, RowSum sum)
    {
        await foreach (var row in rows)
        {
            sum.Add(row);
            yield return row;
        }
    }

    private async Task RequireSchemaAsync(string option, DbSettings settings, bool isMade, CancellationToken ct)
    {
        var database = new MigratedDatabase(DbEngines.Of(settings), settings, clock, logs);
        if (isMade && !await database.HasSchemaAsync(ct))
            await database.MigrateAsync(ct);

        var (missing, unknown) = await database.CompareAsync(ct);
        if (missing.Count > 0)
            throw new CopyRefusedException($"{option} has the schema of an earlier release: run 'migrate' on it first. It lacks {string.Join(", ", missing)}.");
        if (unknown.Count > 0)
            throw new CopyRefusedException($"{option} has the schema of a later release: copy with that one. It has {string.Join(", ", unknown)}.");
    }

    private DbSettings SettingsOf(string option, string? text)
    {
        if (text is null)
            return configured;

        if (text.StartsWith(Variable, StringComparison.Ordinal))
        {
            var value = Environment.GetEnvironmentVariable(text[Variable.Length..])
                ?? throw new SettingsException($"{option} is '{text}', and there is no such variable.");
            return DbSettings.Named(option, value, root);
        }

        var settings = DbSettings.Named(option, text, root);
        return settings.HasPassword
            ? throw new SettingsException(
                $"{option} has a password in it, which everybody on this machine can read: put it into a variable, and say env: and the variable's name.")
            : settings;
    }
}
