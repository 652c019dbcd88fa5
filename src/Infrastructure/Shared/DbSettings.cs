using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Where the database is: <c>Database:Provider</c>, <c>Database:ConnectionString</c> and <c>Database:BusySeconds</c>.</summary>
internal sealed class DbSettings
{
    private const string DefaultFile = "Data Source=data/misterassist.db";

    /// <summary>How long a transaction waits for its turn: less than a request may take, so that there is time to say so.</summary>
    private const int UsualWait = 10;
    private const int LongestWaitThereIs = 60;

    private DbSettings(DbProvider provider, string connectionString, int busySeconds) =>
        (Provider, ConnectionString, LongestWait) = (provider, connectionString, TimeSpan.FromSeconds(busySeconds));

    public DbProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>How long a transaction waits for its turn.</summary>
    public TimeSpan LongestWait { get; }

    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path of a database file is resolved; it is made if absent.</param>
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static DbSettings From(IConfiguration configuration, string root)
    {
        var provider = configuration["Database:Provider"] switch
        {
            null or "" => DbProvider.Sqlite,
            var name when Enum.TryParse<DbProvider>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) => known,
            var other => throw new SettingsException($"Database:Provider is '{other}', and it must be {string.Join(" or ", Enum.GetNames<DbProvider>())}."),
        };
        var setting = configuration["Database:ConnectionString"];
        var wait = configuration["Database:BusySeconds"] switch
        {
            null or "" => UsualWait,
            var text when int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestWaitThereIs => seconds,
            var other => throw new SettingsException($"Database:BusySeconds is '{other}', and it must be a number from 1 to {LongestWaitThereIs}."),
        };
        try
        {
            return provider == DbProvider.SqlServer ? Server(setting, wait) : File(setting ?? DefaultFile, root, wait);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SettingsException($"Database:ConnectionString cannot be read: {wrong.Message}", wrong);
        }
    }

    private static DbSettings File(string setting, string root, int wait)
    {
        var parts = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true };
        // A database in memory lives as long as one connection: nothing that is acknowledged would be kept.
        var isFile = parts.Mode != SqliteOpenMode.Memory && parts.DataSource is not ("" or [':', ..] or ['f', 'i', 'l', 'e', ':', ..]);
        if (!isFile)
            throw new FormatException("its Data Source must be the path of a file.");
        if (!parts.ShouldSerialize("Default Timeout"))
            parts.DefaultTimeout = wait;

        parts.DataSource = Path.GetFullPath(parts.DataSource, root);
        Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
        return new(DbProvider.Sqlite, parts.ToString(), parts.DefaultTimeout);
    }

    private static DbSettings Server(string? setting, int wait)
    {
        var parts = new SqlConnectionStringBuilder(setting);
        if (parts.DataSource.Length == 0 || parts.InitialCatalog.Length == 0)
            throw new FormatException("it must have a Server and a Database.");
        if (parts.MultipleActiveResultSets)
            throw new FormatException("MultipleActiveResultSets must be off.");
        // How long a connection is waited for, one of the pool's too.
        if (!parts.ShouldSerialize("Connect Timeout"))
            parts.ConnectTimeout = wait;
        if (!parts.ShouldSerialize("Application Name"))
            parts.ApplicationName = "MisterAssist";

        return new(DbProvider.SqlServer, parts.ToString(), wait);
    }
}

/// <summary>The database servers that there are engines for.</summary>
internal enum DbProvider
{
    /// <summary>Embedded: a file.</summary>
    Sqlite,

    /// <summary>SQL Server 2019 and later, Azure SQL, and servers that speak their protocol and language.</summary>
    SqlServer,
}
