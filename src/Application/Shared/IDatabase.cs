namespace MisterAssist.Application.Shared;

/// <summary>The database as a whole: its schema, and whether it answers.</summary>
public interface IDatabase
{
    /// <summary>Makes it if it is not there, and brings it to the present schema; gives the names of the migrations that were applied for it, in order.</summary>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct);

    /// <summary>The same before anything is done with it; where the settings leave that to somebody else, only sees that it was done.</summary>
    /// <exception cref="SettingsException">It was not.</exception>
    Task PrepareAsync(CancellationToken ct);

    /// <summary>All migrations as one script, for whoever applies them by hand. No database is asked for it.</summary>
    string Script();

    /// <summary>Whether it answers and has the present schema.</summary>
    Task<bool> IsReadyAsync(CancellationToken ct);
}
