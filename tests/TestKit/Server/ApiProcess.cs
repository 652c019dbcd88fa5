using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MisterAssist.TestKit.Server;

/// <summary>The built Api in a process of its own, on a free port and a database of one's choice: for what cannot be shown from within.</summary>
public sealed partial class ApiProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ApiProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The most memory that it held so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Starts it on a database file, and waits until it listens.</summary>
    public static Task<ApiProcess> StartAsync(string database, string environment = "Production") => StartAsync(OnFile(database), environment);

    /// <summary>Starts it with some settings, of which one says where the database is, and waits until it listens.</summary>
    public static async Task<ApiProcess> StartAsync(IEnumerable<(string Key, string Value)> settings, string environment = "Production")
    {
        var process = Launch(settings, environment);
        return new(process, await ListeningAsync(process));
    }

    /// <summary>Makes an administrator's key for a database file, and gives its secret.</summary>
    public static Task<string> CreateKeyAsync(string database) => CreateKeyAsync(OnFile(database));

    /// <summary>Makes an administrator's key, and gives its secret.</summary>
    public static async Task<string> CreateKeyAsync(IEnumerable<(string Key, string Value)> settings)
    {
        using var process = Launch(settings, "Production", "keys", "create", "--name", "Administrator", "--kind", "staff", "--scopes", "admin");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"'keys create' ended with {process.ExitCode}");
    }

    /// <summary>Waits until a process that was started says where it listens; what it says after that is passed over unread, as cheaply as can be.</summary>
    public static async Task<Uri> ListeningAsync(Process process)
    {
        var address = await ListeningAsync(process, _ => { });
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return address;
    }

    /// <summary>The same, for somebody who reads on.</summary>
    /// <param name="process">Whose output nobody has read yet.</param>
    /// <param name="told">Gets each line up to where it says so, that one too.</param>
    public static async Task<Uri> ListeningAsync(Process process, Action<string> told)
    {
        using var late = new CancellationTokenSource(LongestStart);
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            told(line);
            if (Announcement().Match(line) is { Success: true } found)
                return new(found.Groups["address"].Value);
        }

        throw new InvalidOperationException("The server ended before it listened");
    }

    /// <summary>Ends it as a crash would: at once, wherever it is.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    /// <summary>Of the same configuration as the program that asks, so that a figure of a Release build is one of a Release build.</summary>
    public static Process Launch(string database, string environment, params IEnumerable<string> arguments) =>
        Launch(OnFile(database), environment, arguments);

    private static Process Launch(IEnumerable<(string Key, string Value)> settings, string environment, params IEnumerable<string> arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var api = Path.Combine(Root, "src", "Api", "bin", configuration, "net10.0", "MisterAssist.Api.dll");
        var start = new ProcessStartInfo("dotnet", [api, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_CONTENTROOT"] = Path.Combine(Root, "src", "Api");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["RateLimits__PerMinute"] = "1000000";
        // Nobody issues invoices who is not set up for electronic ones.
        start.Environment["Company__VatNumber"] = "00743110157";
        start.Environment["Company__Name"] = "MisterAssist";
        start.Environment["Company__Seat__Street"] = "Via delle Officine 7";
        start.Environment["Company__Seat__PostalCode"] = "20121";
        start.Environment["Company__Seat__City"] = "Milano";
        start.Environment["Company__Seat__Province"] = "MI";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    private static (string Key, string Value)[] OnFile(string database) =>
        [("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={database}")];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MisterAssist.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"MisterAssist.sln is nowhere above {AppContext.BaseDirectory}");
    }

    [GeneratedRegex(@"listens on (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announcement();
}
