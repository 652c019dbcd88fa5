using Microsoft.Data.SqlClient;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Tells from the errors of SQL Server whether the same may go well another time.</summary>
/// <remarks>
/// What needs another setting, more disk or another program is not among them, though a server may call it passing: that is a fault for somebody
/// to mend. Neither is what only tables in memory have, of which there are none.
/// </remarks>
internal static class SqlServerFaults
{
    /// <summary>From here on the server ends the connection with the error, and the client says so too of a connection that it lost.</summary>
    private const byte Fatal = 20;

    /// <summary>
    /// Another transaction was in the way: deadlock, lock not given in time, row or table changed since the snapshot, snapshot not there any more.
    /// </summary>
    private static readonly HashSet<int> Collisions = [1205, 1222, 3960, 3961, 3966];

    private static readonly HashSet<int> Outages =
    [
        // The network, as the client and the two systems on which it runs number it; -2 is that there was no answer in time.
        -2, -1, 2, 20, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001,
        // The server: short of memory, locks or workers; going down, paused, or not up yet; the session was ended.
        701, 1204, 8645, 8651, 10922, 596, 6005, 17142, 17148, 18401,
        // The database: still recovering, being moved between servers, or at another one.
        904, 921, 922, 927, 952, 976, 983, 4060,
        // Azure SQL: moved, busy, out of its share, or waking up.
        10928, 10929, 10936, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    ];

    /// <summary>The failure as the application knows it, with the words of the server only where they speak of the server.</summary>
    public static Exception Told(Exception failure)
    {
        // The connection was lost before, and there is none to use.
        if (failure is not SqlException server)
            return new UnavailableException(new ServerException(0, failure.Message));

        SqlError[] errors = [.. server.Errors.Cast<SqlError>()];
        if (Array.Find(errors, error => IsCollision(error.Number)) is { } collision)
            return new BusyException(new ServerException(collision.Number, collision.Message));

        return Array.Find(errors, error => IsOutage(error.Number, error.Class)) is { } outage
            ? new UnavailableException(new ServerException(outage.Number, outage.Message))
            : new ServerException(server.Number, $"SQL Server refused a statement with error {server.Number}, state {server.State}, in its line {server.LineNumber}.");
    }

    /// <summary>Whether another transaction was in the way.</summary>
    public static bool IsCollision(int number) => Collisions.Contains(number);

    /// <summary>Whether the server, the database or the way there failed.</summary>
    public static bool IsOutage(int number, byte severity) => severity >= Fatal || Outages.Contains(number);
}
