using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Where the database is: <c>Database:ConnectionString</c>.</summary>
internal sealed class DbSettings
{
    private const string Default = "Data Source=data/misterassist.db";

    /// <summary>How long a transaction waits for its turn: less than a request may take, so that there is time to say so.</summary>
    private const int BusySeconds = 10;

    private DbSettings(string connectionString, int busySeconds) =>
        (ConnectionString, LongestWait) = (connectionString, TimeSpan.FromSeconds(busySeconds));

    public string ConnectionString { get; }

    /// <summary>How long a transaction waits for its turn.</summary>
    public TimeSpan LongestWait { get; }

    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path of a database file is resolved; it is made if absent.</param>
    /// <exception cref="SettingsException">The setting cannot be read.</exception>
    public static DbSettings From(IConfiguration configuration, string root)
    {
        var setting = configuration["Database:ConnectionString"] ?? Default;
        try
        {
            var parts = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true };
            // A database in memory lives as long as one connection: nothing that is acknowledged would be kept.
            var isFile = parts.Mode != SqliteOpenMode.Memory && parts.DataSource is not ("" or [':', ..] or ['f', 'i', 'l', 'e', ':', ..]);
            if (!isFile)
                throw new FormatException("its Data Source must be the path of a file.");
            if (!parts.ShouldSerialize("Default Timeout"))
                parts.DefaultTimeout = BusySeconds;

            parts.DataSource = Path.GetFullPath(parts.DataSource, root);
            Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
            return new(parts.ToString(), parts.DefaultTimeout);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new SettingsException($"Database:ConnectionString cannot be read: {wrong.Message}", wrong);
        }
    }
}
