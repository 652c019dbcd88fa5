namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Migrations as one batch, which any client sends as it is: what was applied before is passed over, and all is done or nothing.</summary>
internal static class SqlServerScript
{
    private const string Snapshots = """
        -- The schema of MisterAssist, for sqlcmd -b, SQL Server Management Studio or another client. Run it while the application is stopped, on its
        -- database, which is made by: CREATE DATABASE misterassist COLLATE Latin1_General_100_BIN2
        -- What was applied before is passed over; all of it is done, or nothing.
        SET QUOTED_IDENTIFIER ON;
        SET ANSI_NULLS ON;
        SET XACT_ABORT ON;

        IF EXISTS (SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state <> 1)
          EXEC (N'ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON');
        IF EXISTS (SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND is_read_committed_snapshot_on = 0)
          EXEC (N'ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT');
        """;

    private const string Begin = """
        BEGIN TRANSACTION;

        DECLARE @Taken int;
        EXEC @Taken = sp_getapplock @Resource = 'misterassist.write', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
        IF @Taken < 0
          THROW 50000, 'others are writing', 1;
        """;

    /// <param name="createJournal">Makes the table of what was applied, unless it is there.</param>
    /// <param name="migrations">In order.</param>
    /// <param name="batchesOf">The statements of one that must be sent each by itself.</param>
    public static string Of(string createJournal, IEnumerable<Migration> migrations, Func<string, IEnumerable<string>> batchesOf) => string.Join(
        "\n\n",
        [Snapshots, Begin, $"{createJournal};", .. migrations.Select(migration => StepOf(migration, batchesOf(migration.Sql))), "COMMIT;\n"]);

    // What stands in quotes is read when its turn has come: what it names may not be there before.
    private static string StepOf(Migration migration, IEnumerable<string> batches) => $"""
        IF NOT EXISTS (SELECT 1 FROM schema_migration WHERE name = '{migration.Name}')
        BEGIN
        {string.Join('\n', batches.Select(batch => $"EXEC (N'{batch.Trim().Replace("'", "''", StringComparison.Ordinal)}');"))}
        INSERT INTO schema_migration (name, applied_at) VALUES ('{migration.Name}', SYSUTCDATETIME());
        END;
        """;
}
