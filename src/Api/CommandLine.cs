using System.CommandLine;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Databases;

namespace MisterAssist.Api;

/// <summary>What the executable does for whoever runs the server, instead of serving.</summary>
internal static class CommandLine
{
    private static readonly string[] Names = [KeyCommands.Name, MigrateCommand.Name, CopyCommand.Name];

    public static bool IsMeant(string[] args) => args is [var name, ..] && Names.Contains(name, StringComparer.Ordinal);

    /// <summary>Gives the exit code: 0 where it was done.</summary>
    public static Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("MisterAssist") { new KeyCommands(services).All(), MigrateCommand.On(services), CopyCommand.On(services) };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
