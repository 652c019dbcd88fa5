using System.Diagnostics;

namespace MisterAssist.Api.Tests;

/// <summary>The executable in a process of its own, run to its end.</summary>
internal static class Executable
{
    /// <param name="folder">Where its relative paths begin.</param>
    /// <param name="settings">It gets them, and other variables, from its environment.</param>
    /// <param name="arguments">A command; without any it serves, where nothing keeps it from that.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string folder, IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CONTENTROOT"] = folder, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), await errors);
    }
}
