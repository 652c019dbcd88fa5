#if TESTCONTAINERS
using Testcontainers.MsSql;
#endif

namespace MisterAssist.TestKit.Databases;

/// <summary>A SQL Server in a container, for as long as the tests run.</summary>
internal static class SqlServerContainer
{
#if TESTCONTAINERS
    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";

    /// <summary>The connection string of its administrator.</summary>
    public static string? Start()
    {
        var container = new MsSqlBuilder().WithImage(Image).Build();
        container.StartAsync().GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => container.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return container.GetConnectionString();
    }
#else
    /// <summary>None: the tests were built without containers.</summary>
    public static string? Start() => null;
#endif
}
