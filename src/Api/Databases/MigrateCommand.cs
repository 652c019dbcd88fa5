using System.CommandLine;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Databases;

/// <summary>Brings the database to the present schema without serving, or says how that is done by hand.</summary>
internal static class MigrateCommand
{
    public const string Name = "migrate";

    public static Command On(IServiceProvider services)
    {
        var script = new Option<bool>("--script") { Description = "Prints all migrations as one script instead, for whoever applies them by hand." };
        var command = new Command(Name, "Brings the database of the settings to the present schema.") { script };
        command.SetAction(async (asked, ct) =>
        {
            var database = services.GetRequiredService<IDatabase>();
            var output = asked.InvocationConfiguration.Output;
            if (asked.GetValue(script))
            {
                await output.WriteAsync(database.Script());
                return 0;
            }

            try
            {
                var applied = await database.MigrateAsync(ct);
                foreach (var name in applied)
                    await output.WriteLineAsync($"Applied {name}");
                if (applied.Count == 0)
                    await output.WriteLineAsync("Nothing to do: it has the present schema");
                return 0;
            }
            catch (BusyException)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync("Others were writing to the database for too long: nothing was done.");
                return 1;
            }
        });
        return command;
    }
}
