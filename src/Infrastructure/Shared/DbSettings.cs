using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Where the database is (<c>Database:Provider</c>, <c>Database:ConnectionString</c>), how long it is waited for and tried, and whether it is migrated.</summary>
internal sealed class DbSettings
{
    private const string Setting = "Database:ConnectionString";
    private const string DefaultFile = "Data Source=data/misterassist.db";

    /// <summary>How long a transaction waits for its turn: less than a request may take, so that there is time to say so.</summary>
    private const int UsualWait = 10;
    private const int UsualRetries = 3;
    private const int UsualPause = 5;
    private const int Most = 60;

    private DbSettings(string place, DbProvider provider, string connectionString, int busySeconds) =>
        (Place, Provider, ConnectionString, LongestWait) = (place, provider, connectionString, TimeSpan.FromSeconds(busySeconds));

    /// <summary>Where it is named: a setting, or an option of a command.</summary>
    public string Place { get; }

    public DbProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>How long a transaction waits for its turn.</summary>
    public TimeSpan LongestWait { get; }

    /// <summary>How often a transaction is run again that a server let fail.</summary>
    public int Retries { get; private init; }

    /// <summary>For how long a server that does not answer is left in peace.</summary>
    public TimeSpan Pause { get; private init; }

    /// <summary>Whether a start brings it to the present schema; else it must have it, and a user who may not change tables will do.</summary>
    public bool Migrates { get; private init; } = true;

    /// <summary>Whether its connection string has a password in it.</summary>
    public bool HasPassword => new DbConnectionStringBuilder { ConnectionString = ConnectionString }.ContainsKey("Password");

    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path of a database file is resolved; it is made if absent.</param>
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static DbSettings From(IConfiguration configuration, string root)
    {
        var provider = configuration["Database:Provider"] is { Length: > 0 } name ? ProviderOf("Database:Provider", name) : DbProvider.Sqlite;
        var wait = Number(configuration, "Database:BusySeconds", UsualWait, least: 1);
        var (retries, pause) = (Number(configuration, "Database:Retries", UsualRetries, least: 0), Number(configuration, "Database:BreakSeconds", UsualPause, least: 1));
        var migrates = configuration["Database:Migrate"] switch
        {
            null or "" => true,
            var text when bool.TryParse(text, out var yes) => yes,
            var other => throw new SettingsException($"Database:Migrate is '{other}', and it must be true or false."),
        };
        var (connectionString, busySeconds) = Read(Setting, provider, configuration[Setting], root, wait);
        return new(Setting, provider, connectionString, busySeconds) { Migrates = migrates, Retries = retries, Pause = TimeSpan.FromSeconds(pause) };
    }

    /// <summary>Settings of a database that is named elsewhere.</summary>
    /// <param name="place">Where it is named, to say so.</param>
    /// <param name="text">Its engine, a colon, and its connection string: <c>sqlserver:Server=db;Database=misterassist</c>; of the embedded
    /// one a path will do: <c>sqlite:there.db</c>.</param>
    /// <param name="root">The folder against which a relative path of a database file is resolved.</param>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public static DbSettings Named(string place, string text, string root)
    {
        if (text.Split(':', 2) is not [var name, var setting])
            throw new SettingsException($"{place} must be an engine, a colon and a connection string.");

        var provider = ProviderOf(place, name);
        var isPath = provider == DbProvider.Sqlite && !setting.Contains('=', StringComparison.Ordinal);
        var (connectionString, busySeconds) =
            Read(place, provider, isPath ? new SqliteConnectionStringBuilder { DataSource = setting }.ToString() : setting, root, UsualWait);
        return new(place, provider, connectionString, busySeconds) { Retries = UsualRetries, Pause = TimeSpan.FromSeconds(UsualPause) };
    }

    private static DbProvider ProviderOf(string place, string name) =>
        Array.Find(Enum.GetNames<DbProvider>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<DbProvider>(known)
            : throw new SettingsException($"{place} is '{name}', and it must be {string.Join(" or ", Enum.GetNames<DbProvider>())}.");

    private static (string ConnectionString, int BusySeconds) Read(string place, DbProvider provider, string? setting, string root, int wait)
    {
        try
        {
            return provider == DbProvider.SqlServer ? Server(setting, wait) : File(setting ?? DefaultFile, root, wait);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new SettingsException($"{place} cannot be read: {wrong.Message}", wrong);
        }
    }

    private static int Number(IConfiguration configuration, string name, int usual, int least) => configuration[name] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most => number,
        var other => throw new SettingsException($"{name} is '{other}', and it must be a number from {least} to {Most}."),
    };

    private static (string ConnectionString, int BusySeconds) File(string setting, string root, int wait)
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
        return (parts.ToString(), parts.DefaultTimeout);
    }

    private static (string ConnectionString, int BusySeconds) Server(string? setting, int wait)
    {
        var parts = new SqlConnectionStringBuilder(setting);
        if (parts.DataSource.Length == 0 || parts.InitialCatalog.Length == 0)
            throw new FormatException("it must have a Server and a Database.");
        if (parts.MultipleActiveResultSets)
            throw new FormatException("MultipleActiveResultSets must be off.");
        // How long a connection is waited for, one of the pool's too.
        if (!parts.ShouldSerialize("Connect Timeout"))
            parts.ConnectTimeout = wait;
        // What fails is tried again as a whole, in one place: neither a connection by itself, nor is one refused because another failed before.
        if (!parts.ShouldSerialize("Connect Retry Count"))
            parts.ConnectRetryCount = 0;
        if (!parts.ShouldSerialize("Pool Blocking Period"))
            parts.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        if (!parts.ShouldSerialize("Application Name"))
            parts.ApplicationName = "MisterAssist";

        // What does not go together is refused by the connection alone.
        using var whole = new SqlConnection(parts.ToString());
        return (parts.ToString(), wait);
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
