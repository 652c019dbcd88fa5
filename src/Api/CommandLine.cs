using System.CommandLine;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Databases;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api;

/// <summary>What the executable does for whoever runs the server, instead of serving.</summary>
internal static class CommandLine
{
    private static readonly string[] Names = [KeyCommands.Name, MigrateCommand.Name, CopyCommand.Name];

    public static bool IsMeant(string[] args) => args is [var name, ..] && Names.Contains(name, StringComparer.Ordinal);

    /// <summary>Gives the exit code: 0 where it was done.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("MisterAssist") { new KeyCommands(services).All(), MigrateCommand.On(services), CopyCommand.On(services) };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (Startup.ReasonOf(failure) is null)
        {
            // Nobody catches it any more: a process that dies of it says so in many lines, and by another number on each system.
            await Console.Error.WriteLineAsync(WordsOf(failure).ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static string WordsOf(Exception failure) => failure switch
    {
        OperationCanceledException => "It was stopped before it was done.",
        StoreException => $"{failure.Message} {failure.InnerException!.Message}",
        _ => $"It failed: {failure.GetType().Name}: {failure.Message}",
    };
}
