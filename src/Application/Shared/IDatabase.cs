namespace MisterAssist.Application.Shared;

/// <summary>The database as a whole: its schema, and whether it answers.</summary>
public interface IDatabase
{
    /// <summary>Makes it if it is not there, and brings it to the present schema.</summary>
    Task MigrateAsync(CancellationToken ct);

    /// <summary>Whether it answers and has the present schema.</summary>
    Task<bool> IsReadyAsync(CancellationToken ct);
}
