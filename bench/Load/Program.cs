using MisterAssist.Benchmarks.Load;

// What each figure is for and what was measured: docs/performance.md.
switch (args)
{
    case ["tickets", .. var rest]:
        await TicketLoad.RunAsync(rounds: rest is [var rounds] ? int.Parse(rounds) : 7);
        return 0;
    case ["queue", .. var sizes]:
        await QueueLoad.RunAsync(sizes is [] ? [1_000, 100_000, 1_000_000] : [.. sizes.Select(int.Parse)]);
        return 0;
    case ["billing", .. var sizes]:
        await BillingLoad.RunAsync(sizes is [] ? [1_000, 10_000] : [.. sizes.Select(int.Parse)]);
        return 0;
    case ["seed", var count, var database]:
        await Seeder.RunAsync(Path.GetFullPath(database), int.Parse(count));
        return 0;
    case ["bare", var database]:
        await BareServer.RunAsync(database);
        return 0;
    default:
        await Console.Error.WriteLineAsync("tickets [ROUNDS] | queue [TICKETS…] | billing [CUSTOMERS…] | seed TICKETS FILE");
        return 1;
}
