using MisterAssist.Infrastructure.Shared.Sqlite;
using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Shared;

internal static class DbEngines
{
    /// <summary>The one that settings ask for.</summary>
    public static DbEngine Of(DbSettings settings) =>
        settings.Provider == DbProvider.SqlServer ? new SqlServerEngine(settings) : new SqliteEngine(settings);
}
