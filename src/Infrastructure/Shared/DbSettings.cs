using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Where the database is: <c>Database:ConnectionString</c>.</summary>
internal sealed class DbSettings
{
    private const string Default = "Data Source=data/misterassist.db";

    private DbSettings(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path of a database file is resolved; it is made if absent.</param>
    /// <exception cref="SettingsException">The setting cannot be read.</exception>
    public static DbSettings From(IConfiguration configuration, string root)
    {
        var setting = configuration["Database:ConnectionString"] ?? Default;
        try
        {
            var parts = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true };
            if (parts.Mode != SqliteOpenMode.Memory && parts.DataSource.Length == 0)
                throw new FormatException("it names no Data Source.");
            if (parts.Mode != SqliteOpenMode.Memory && parts.DataSource != ":memory:")
            {
                parts.DataSource = Path.GetFullPath(parts.DataSource, root);
                Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
            }

            return new(parts.ToString());
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new SettingsException($"Database:ConnectionString cannot be read: {wrong.Message}", wrong);
        }
    }
}
