using System.CommandLine;
using MisterAssist.Application.Databases;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Databases;

/// <summary>Moves to another database, on the same engine or another: an empty one gets all that there is, and is compared with it.</summary>
internal static class CopyCommand
{
    public const string Name = "copy";

    private const string Forms =
        "sqlite:<path of the file>, <engine>:<connection string>, or env:<name of a variable that has it>; where it is not said, the database of the settings.";

    public static Command On(IServiceProvider services)
    {
        var from = new Option<string?>("--from") { Description = $"What is copied, and stays as it is: {Forms}" };
        var to = new Option<string?>("--to") { Description = $"Where to; it is made if it is not there, and must be empty: {Forms}" };
        var command = new Command(Name, "Copies a database into an empty one, and compares them.") { from, to };
        command.SetAction(async (asked, ct) =>
        {
            try
            {
                var tables = await services.GetRequiredService<IDatabaseCopies>().CopyAsync(asked.GetValue(from), asked.GetValue(to), ct);
                await PrintAsync(asked.InvocationConfiguration.Output, tables);
                if (tables.All(table => table.IsSame))
                    return 0;

                await asked.InvocationConfiguration.Error.WriteLineAsync(
                    $"What arrived is not what was sent, in {string.Join(", ", tables.Where(table => !table.IsSame).Select(table => table.Name))}: nothing was kept of it.");
            }
            catch (Exception refusal) when (refusal is CopyRefusedException or SettingsException or BusyException)
            {
                var reason = refusal is BusyException ? "Others were writing for too long: stop the application first. Nothing was copied." : refusal.Message;
                await asked.InvocationConfiguration.Error.WriteLineAsync(reason.ReplaceLineEndings(" "));
            }

            return 1;
        });
        return command;
    }

    private static async Task PrintAsync(TextWriter output, IReadOnlyList<CopiedTable> tables)
    {
        await output.WriteLineAsync("table\trows\tchecksum\tcopied rows\tchecksum of the copy\tsame");
        foreach (var table in tables)
        {
            await output.WriteLineAsync(string.Join(
                '\t', table.Name, table.Rows, table.Checksum, table.CopiedRows, table.CopiedChecksum, table.IsSame ? "yes" : "NO"));
        }

        await output.WriteLineAsync($"{tables.Count} tables, {tables.Sum(table => table.CopiedRows)} rows");
    }
}
